using System.Runtime.Intrinsics;

namespace LabelPlatform.Segmentation;

/// <summary>
/// jieba's model of characters inside words: begin, middle, end, single. The four states are the lanes of one vector, in the order
/// B E M S; a state has two predecessors, so a step is two candidates and a maximum.
/// </summary>
internal sealed class HiddenMarkovModel
{
    public const byte Begin = 0;
    public const byte End = 1;
    public const byte Middle = 2;
    public const byte Single = 3;

    private readonly Vector256<double> _start;
    private readonly Vector256<double>[] _emissions;
    private readonly Vector256<double> _fromFirst;
    private readonly Vector256<double> _fromSecond;

    /// <param name="start">The logarithm of the probability to start in each state.</param>
    /// <param name="transitions">… to go from a state (row) to another (column).</param>
    /// <param name="emissions">… of each Han character in each state, from U+4E00.</param>
    public HiddenMarkovModel(Vector256<double> start, ReadOnlySpan<double> transitions, Vector256<double>[] emissions)
    {
        _start = start;
        _emissions = emissions;
        _fromFirst = Vector256.Create(Transition(transitions, End, Begin), Transition(transitions, Begin, End),
            Transition(transitions, Begin, Middle), Transition(transitions, End, Single));
        _fromSecond = Vector256.Create(Transition(transitions, Single, Begin), Transition(transitions, Middle, End),
            Transition(transitions, Middle, Middle), Transition(transitions, Single, Single));
    }

    /// <summary>The most probable states of a run of Han characters (Viterbi), one for each in <see cref="Cell.State"/>.</summary>
    public void Decode(ReadOnlySpan<char> run, Span<Cell> cells)
    {
        var probability = _start + _emissions[run[0] - Characters.FirstHan];
        for (int i = 1; i < run.Length; i++)
        {
            // Added in Python's order, (V + transition) + emission: another order rounds differently and breaks ties differently.
            var emission = _emissions[run[i] - Characters.FirstHan];
            var first = Vector256.Shuffle(probability, Vector256.Create(End, Begin, Begin, End)) + _fromFirst + emission;
            var second = Vector256.Shuffle(probability, Vector256.Create(Single, Middle, Middle, Single)) + _fromSecond + emission;
            var takesSecond = Vector256.GreaterThanOrEqual(second, first);
            probability = Vector256.ConditionalSelect(takesSecond, second, first);
            cells[i].State = (byte)takesSecond.ExtractMostSignificantBits();
        }

        byte state = probability[Single] >= probability[End] ? Single : End;
        for (int i = run.Length - 1; i > 0; i--)
        {
            bool second = (cells[i].State >> state & 1) != 0;
            cells[i].State = state;
            state = Predecessor(state, second);
        }

        cells[0].State = state;
    }

    // jieba takes the maximum of (probability, letter), so of two equal candidates the later letter wins: the second here.
    private static byte Predecessor(byte state, bool second) => state switch
    {
        Begin or Single => second ? Single : End,
        _ => second ? Middle : Begin,
    };

    private static double Transition(ReadOnlySpan<double> transitions, int from, int to) => transitions[from * 4 + to];
}
