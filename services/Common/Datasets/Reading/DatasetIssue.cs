namespace LabelPlatform.Datasets.Reading;

/// <summary>Something wrong with a dataset.</summary>
/// <param name="Line">Line of the file, from 1; 0 when it is about the whole.</param>
/// <param name="Field">The column or member, or null.</param>
/// <param name="Reason">What is wrong, for people.</param>
public sealed record DatasetIssue(long Line, string? Field, string Reason);
