namespace LabelPlatform.Datasets.Reading;

/// <summary>What a dataset may be.</summary>
public sealed record DatasetReaderOptions
{
    /// <summary>The label that <c>1</c> stands for in a <see cref="DatasetFormat.Sample"/> file.</summary>
    public string? Label { get; init; }

    /// <summary>UTF-16 units of a text at most; models look at the first 200 code points.</summary>
    public int MaxTextLength { get; init; } = 20_000;

    /// <summary>UTF-16 units of a line at most, so that a file without line breaks does not fill the memory.</summary>
    public int MaxLineLength { get; init; } = 100_000;

    /// <summary>Labels of a row at most.</summary>
    public int MaxLabels { get; init; } = 100;

    /// <summary>After so many bad lines reading stops: the file is of another kind than was said.</summary>
    public int MaxIssues { get; init; } = 100;
}
