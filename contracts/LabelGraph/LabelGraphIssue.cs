namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>What is wrong in an import or an edit, and where.</summary>
/// <param name="Reason">What is wrong and what to do, for people.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Label">The label concerned.</param>
/// <param name="Word">The word concerned.</param>
public sealed record LabelGraphIssue(string Reason, int? Line = null, string? Label = null, string? Word = null);
