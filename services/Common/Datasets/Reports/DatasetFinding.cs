namespace LabelPlatform.Datasets.Reports;

/// <summary>Something that whoever trains on a dataset should know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">The label it is about, or null.</param>
/// <param name="Rows">How many rows it concerns.</param>
/// <param name="Message">In words, with what to do.</param>
/// <param name="Examples">Some of the rows.</param>
public sealed record DatasetFinding(FindingKind Kind, string? Label, int Rows, string Message, IReadOnlyList<ExampleRow> Examples);
