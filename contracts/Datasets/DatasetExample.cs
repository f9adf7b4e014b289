namespace LabelPlatform.Contracts.Datasets;

/// <summary>A row to look at.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Text">The beginning of its text.</param>
public sealed record DatasetExample(long Line, string Text);
