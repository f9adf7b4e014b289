namespace LabelPlatform.Contracts.Datasets;

/// <summary>The file is no dataset; nothing was kept.</summary>
/// <param name="Reason">What is wrong and what to do, for people.</param>
/// <param name="Issues">Bad lines, at most 100.</param>
public sealed record DatasetRejected(string Reason, IReadOnlyList<DatasetLineIssue> Issues);
