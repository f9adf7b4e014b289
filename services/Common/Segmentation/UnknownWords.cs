namespace LabelPlatform.Segmentation;

/// <summary>Finds words where the dictionary knew only single characters: jieba's <c>finalseg</c>.</summary>
/// <param name="model">The model that says which characters form a word.</param>
/// <param name="forbidden">Words that are cut into characters should the model find them: jieba's <c>Force_Split_Words</c>.</param>
internal sealed class UnknownWords(HiddenMarkovModel model, HashSet<string> forbidden)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _forbidden =
        forbidden.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Joins single characters of the route (<see cref="Cell.Next"/>) to words.</summary>
    public void Join(in Lexicon lexicon, ReadOnlySpan<char> block, Span<Cell> cells)
    {
        int run = 0;
        for (int start = 0, end; start < block.Length; start = end)
        {
            end = cells[start].Next;
            if (end - start == 1)
                continue;
            JoinRun(lexicon, block, run, start, cells);
            run = end;
        }

        JoinRun(lexicon, block, run, block.Length, cells);
    }

    private void JoinRun(in Lexicon lexicon, ReadOnlySpan<char> block, int start, int end, Span<Cell> cells)
    {
        // A run that is itself a word of the dictionary lost against its own characters: it stays cut.
        if (end - start < 2 || lexicon.FrequencyOf(block[start..end]) > 0)
            return;

        while (start < end)
        {
            int part = start;
            while (start < end && Characters.IsHan(block[start]))
                start++;
            if (start > part)
                JoinHan(block, part, start, cells);
            else
                start = JoinOther(block, part, end, cells);
        }
    }

    private void JoinHan(ReadOnlySpan<char> block, int start, int end, Span<Cell> cells)
    {
        model.Decode(block[start..end], cells[start..end]);

        int begin = start;
        for (int i = start; i < end; i++)
        {
            switch (cells[i].State)
            {
                case HiddenMarkovModel.Begin:
                    begin = i;
                    break;
                case HiddenMarkovModel.End when forbidden.Count == 0 || !_forbidden.Contains(block[begin..(i + 1)]):
                    cells[begin].Next = i + 1;
                    break;
            }
        }
    }

    /// <summary>One match of finalseg's <c>re_skip</c> (letters and digits, a fraction, a per cent sign), or what is between two.</summary>
    private static int JoinOther(ReadOnlySpan<char> block, int start, int limit, Span<Cell> cells)
    {
        int end = start;
        if (char.IsAsciiLetterOrDigit(block[start]))
        {
            end = SkipWhile(block, start, limit, char.IsAsciiLetterOrDigit);
            if (end + 1 < limit && block[end] == '.' && char.IsAsciiDigit(block[end + 1]))
                end = SkipWhile(block, end + 1, limit, char.IsAsciiDigit);
            if (end < limit && block[end] == '%')
                end++;
        }
        else
        {
            end = SkipWhile(block, start, limit, static c => !char.IsAsciiLetterOrDigit(c) && !Characters.IsHan(c));
        }

        cells[start].Next = end;
        return end;
    }

    private static int SkipWhile(ReadOnlySpan<char> block, int start, int limit, Func<char, bool> matches)
    {
        while (start < limit && matches(block[start]))
            start++;
        return start;
    }
}
