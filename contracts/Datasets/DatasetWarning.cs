namespace LabelPlatform.Contracts.Datasets;

/// <summary>Something that whoever trains on a dataset should know.</summary>
/// <param name="Kind"><c>duplicate</c>, <c>conflict</c>, <c>nearDuplicate</c>, <c>tooShort</c>, <c>tooLong</c>, <c>fewRows</c> or <c>leak</c>.</param>
/// <param name="Label">The label it is about, or null.</param>
/// <param name="Rows">How many rows it concerns.</param>
/// <param name="Message">In words, with what to do.</param>
/// <param name="Examples">Some of the rows.</param>
public sealed record DatasetWarning(string Kind, string? Label, int Rows, string Message, IReadOnlyList<DatasetExample> Examples);
