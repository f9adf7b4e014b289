using System.Buffers;

namespace LabelPlatform.Segmentation;

/// <summary>One text being cut: jieba's <c>cut</c> in accurate mode.</summary>
internal ref struct Cutter
{
    private const int UsualBlock = 256;

    private readonly Lexicon _lexicon;
    private readonly UnknownWords? _unknownWords;
    private readonly ReadOnlySpan<char> _text;
    private readonly List<Word> _words;
    private Cell[] _cells;

    /// <summary>What the surrogate pairs so far make a code point's index smaller than its UTF-16 unit's.</summary>
    private int _pairs;

    private Cutter(Lexicon lexicon, UnknownWords? unknownWords, ReadOnlySpan<char> text, List<Word> words, Cell[] cells)
    {
        _lexicon = lexicon;
        _unknownWords = unknownWords;
        _text = text;
        _words = words;
        _cells = cells;
    }

    /// <summary>Appends the words of a text; without <paramref name="unknownWords"/> as jieba does with <c>HMM=False</c>.</summary>
    public static void Cut(in Lexicon lexicon, UnknownWords? unknownWords, ReadOnlySpan<char> text, List<Word> words)
    {
        var cutter = new Cutter(lexicon, unknownWords, text, words, ArrayPool<Cell>.Shared.Rent(UsualBlock));
        try
        {
            cutter.Cut();
        }
        finally
        {
            ArrayPool<Cell>.Shared.Return(cutter._cells);
        }
    }

    private void Cut()
    {
        int i = 0;
        while (i < _text.Length)
        {
            int start = i;
            while (i < _text.Length && Characters.IsBlock(_text[i]))
                i++;
            if (i > start)
                CutBlock(start, i);
            else
                i = CutSeparator(i);
        }
    }

    /// <summary>What is no block is cut into code points; only \r\n stays together.</summary>
    private int CutSeparator(int start)
    {
        char next = start + 1 < _text.Length ? _text[start + 1] : '\0';
        if (char.IsSurrogatePair(_text[start], next))
        {
            _words.Add(new Word(start - _pairs, 1, start, 2));
            _pairs++;
            return start + 2;
        }

        int end = start + (_text[start] == '\r' && next == '\n' ? 2 : 1);
        Add(start, end);
        return end;
    }

    private void CutBlock(int start, int end)
    {
        var block = _text[start..end];
        if (_cells.Length <= block.Length)
        {
            ArrayPool<Cell>.Shared.Return(_cells);
            _cells = [];
            _cells = ArrayPool<Cell>.Shared.Rent(block.Length + 1);
        }

        RouteFinder.Find(_lexicon, block, _cells);
        if (_unknownWords is null)
            JoinLatin(block, _cells);
        else
            _unknownWords.Join(_lexicon, block, _cells);

        for (int i = 0, next; i < block.Length; i = next)
        {
            next = _cells[i].Next;
            Add(start + i, start + next);
        }
    }

    /// <summary>Single Latin letters and digits in a row are one word.</summary>
    private static void JoinLatin(ReadOnlySpan<char> block, Span<Cell> cells)
    {
        int run = -1;
        for (int i = 0, next; i < block.Length; i = next)
        {
            next = cells[i].Next;
            if (next - i > 1 || !char.IsAsciiLetterOrDigit(block[i]))
                run = -1;
            else if (run < 0)
                run = i;
            else
                cells[run].Next = next;
        }
    }

    private readonly void Add(int start, int end) => _words.Add(new Word(start - _pairs, end - start, start, end - start));
}
