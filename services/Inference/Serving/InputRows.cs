using LabelPlatform.ModelVersions;

namespace LabelPlatform.Inference.Serving;

/// <summary>The input of one call: a row of ids for each text, equal rows once, all as wide as the longest, with padding behind.</summary>
internal sealed class InputRows
{
    private readonly List<int[]> _rows = [];
    private readonly int[] _rowOfText;

    public InputRows(ModelVersion version, IReadOnlyList<TextWords> texts)
    {
        var ids = new int[version.Features.MaxLength];
        _rowOfText = new int[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var row = ids.AsSpan(0, version.Features.Extract(texts[i], ids));
            _rowOfText[i] = IndexOf(row);
            if (_rowOfText[i] == _rows.Count)
                _rows.Add(row.ToArray());
        }

        // A text without a known feature has an empty row; a model wants at least one id.
        Width = Math.Max(1, _rows.Max(row => row.Length));
    }

    /// <summary>Number of different rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Ids of each row, the padding included.</summary>
    public int Width { get; }

    /// <summary>The ids of a row, without its padding.</summary>
    public ReadOnlySpan<int> this[int row] => _rows[row];

    /// <summary>Gives each text what was answered for its row.</summary>
    public TextAnswer[] Spread(double[] probabilities) =>
        Array.ConvertAll(_rowOfText, row => new TextAnswer(probabilities[row]));

    // A message has at most 64 texts: comparing them all is cheaper than hashing rows.
    private int IndexOf(ReadOnlySpan<int> row)
    {
        var index = 0;
        while (index < _rows.Count && !row.SequenceEqual(_rows[index]))
            index++;
        return index;
    }
}
