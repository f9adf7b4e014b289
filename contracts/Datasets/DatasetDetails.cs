namespace LabelPlatform.Contracts.Datasets;

/// <summary>A dataset that is kept.</summary>
/// <param name="Id"><c>d</c> and 12 hexadecimal digits, from its content.</param>
/// <param name="Name">Its name, or null.</param>
/// <param name="Format">How its rows are written.</param>
/// <param name="Label">The label of a <see cref="DatasetFileFormat.Sample"/> file, else null.</param>
/// <param name="Hash">Hash of the file: <c>sha256:…</c>.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="CreatedAt">When it was registered (UTC).</param>
/// <param name="Report">What was found in it; null in lists.</param>
public sealed record DatasetDetails(
    string Id,
    string? Name,
    DatasetFileFormat Format,
    string? Label,
    string Hash,
    long Bytes,
    int Rows,
    DateTime CreatedAt,
    DatasetSummary? Report = null);
