namespace LabelPlatform.Contracts.Datasets;

/// <summary>A line of a file that is no row.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Field">The column or member concerned.</param>
/// <param name="Reason">What is wrong with it, for people.</param>
public sealed record DatasetLineIssue(long Line, string? Field, string Reason);
