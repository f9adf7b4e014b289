using LabelPlatform.Inference.Catalog;

namespace LabelPlatform.Inference.Serving;

/// <summary>The input of one call: a row of ids for each text, equal rows once, all of the model's width.</summary>
internal sealed class InputRows
{
    private readonly int[] _ids;
    private readonly int[] _rowOfText;

    public InputRows(ModelVersion version, IReadOnlyList<TextWords> texts)
    {
        Width = version.Features.Length;
        _ids = new int[texts.Count * Width];
        _rowOfText = new int[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            var row = _ids.AsSpan(Count * Width, Width);
            version.Features.Extract(texts[i].Text, texts[i].Of(version.Words), row);
            _rowOfText[i] = IndexOf(row);
            if (_rowOfText[i] == Count)
                Count++;
        }
    }

    /// <summary>Number of different rows.</summary>
    public int Count { get; private set; }

    public int Width { get; }

    public ReadOnlySpan<int> this[int row] => _ids.AsSpan(row * Width, Width);

    /// <summary>Gives each text what was answered for its row.</summary>
    public TextAnswer[] Spread(double[] probabilities) =>
        Array.ConvertAll(_rowOfText, row => new TextAnswer(probabilities[row]));

    // A message has at most 64 texts: comparing them all is cheaper than hashing rows.
    private int IndexOf(ReadOnlySpan<int> row)
    {
        var index = 0;
        while (index < Count && !this[index].SequenceEqual(row))
            index++;
        return index;
    }
}
