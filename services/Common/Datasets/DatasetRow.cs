namespace LabelPlatform.Datasets;

/// <summary>One text of a dataset with its labels.</summary>
/// <param name="Line">Line of the file that it begins on, from 1.</param>
/// <param name="Text">The text.</param>
/// <param name="Labels">Its labels; none when it is only known to have none of the dataset's.</param>
/// <param name="Group">Rows of one group (a document, say) stay together when the dataset is split; null: the text counts.</param>
/// <param name="Source">Where it comes from; a source that never uses a label says nothing about it. Null: of no certain source.</param>
public sealed record DatasetRow(long Line, string Text, IReadOnlyList<string> Labels, string? Group = null, string? Source = null);
