namespace LabelPlatform.TextClassification;

/// <summary>
/// The known n-grams of word ids, each with an id of its own (the original's <c>token_indice</c>). Immutable once built. N-grams are kept as
/// paths: (first id, second id) leads to a node, (node, next id) to the next one, so that a look-up hashes two numbers and allocates nothing.
/// </summary>
public sealed class NgramTable
{
    private const int None = 0;

    // _steps[k] leads from a path of k + 1 ids to one of k + 2.
    private readonly List<Dictionary<(int From, int Id), (int Node, int NgramId)>> _steps = [];

    /// <summary>Takes the n-grams with their ids.</summary>
    /// <exception cref="ArgumentException">An n-gram is too short or there twice, or an id is out of range.</exception>
    public NgramTable(IEnumerable<KeyValuePair<IReadOnlyList<int>, int>> ngrams)
    {
        ArgumentNullException.ThrowIfNull(ngrams);
        foreach (var (ngram, id) in ngrams)
            Add([.. ngram], id);
    }

    internal NgramTable()
    {
    }

    /// <summary>Number of n-grams.</summary>
    public int Count { get; private set; }

    /// <summary>Length of the longest n-gram, or 0 when there is none.</summary>
    public int LongestNgram => Count == 0 ? 0 : _steps.Count + 1;

    /// <summary>Whether an n-gram is there.</summary>
    internal bool Contains(ReadOnlySpan<int> ngram) => ngram.Length <= LongestNgram && Find(ngram) != None;

    /// <summary>Adds an n-gram.</summary>
    /// <param name="ngram">Two or more word ids, 0 being the padding.</param>
    /// <param name="id">The n-gram's own id, from 1. It may equal a word's: such installations exist.</param>
    /// <exception cref="ArgumentException">The n-gram is too short or known, or an id is out of range.</exception>
    internal void Add(ReadOnlySpan<int> ngram, int id)
    {
        if (ngram.Length < 2)
            throw new ArgumentException("An n-gram has two or more ids.", nameof(ngram));
        if (id < 1 || ngram.ContainsAnyExceptInRange(0, int.MaxValue))
            throw new ArgumentException("Ids of words are 0 or higher, ids of n-grams 1 or higher.", nameof(id));

        var from = ngram[0];
        for (var length = 2; length <= ngram.Length; length++)
        {
            if (_steps.Count < length - 1)
                _steps.Add([]);
            var step = _steps[length - 2];
            var key = (from, ngram[length - 1]);
            if (!step.TryGetValue(key, out var target))
                target = (step.Count, None);
            if (length == ngram.Length)
            {
                if (target.NgramId != None)
                    throw new ArgumentException($"The n-gram is already there, with id {target.NgramId}.", nameof(ngram));
                target.NgramId = id;
            }

            step[key] = target;
            from = target.Node;
        }

        Count++;
    }

    /// <summary>
    /// Appends the ids of the known n-grams of a row at its end, as the original does: for n = 2, 3, … one pass from left to right, each
    /// occurrence counted, unknown ones skipped. A pass does not see what it appends itself, but the next one does.
    /// </summary>
    /// <param name="row">The row; its tail is room for the appended ids.</param>
    /// <param name="length">How much of it is filled.</param>
    /// <param name="ngramRange">The largest n.</param>
    /// <returns>How much of it is filled afterwards.</returns>
    public int Append(Span<int> row, int length, int ngramRange)
    {
        for (var n = 2; n <= Math.Min(ngramRange, LongestNgram); n++)
        {
            var end = length - n + 1;
            for (var start = 0; start < end; start++)
            {
                var id = Find(row.Slice(start, n));
                if (id != None)
                    row[length++] = id;
            }
        }

        return length;
    }

    private int Find(ReadOnlySpan<int> ngram)
    {
        var target = (Node: ngram[0], NgramId: None);
        for (var i = 1; i < ngram.Length; i++)
        {
            if (!_steps[i - 1].TryGetValue((target.Node, ngram[i]), out target))
                return None;
        }

        return target.NgramId;
    }
}
