namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>An import or an edit was refused; the graph is as before.</summary>
/// <param name="Errors">Every reason found (at most 100).</param>
/// <param name="ErrorCount">How many there are in all.</param>
/// <param name="NotFound">Whether what an edit should remove is not there; everything else is wrong with the request itself.</param>
public sealed record LabelGraphRejected(IReadOnlyList<LabelGraphIssue> Errors, int ErrorCount, bool NotFound = false);
