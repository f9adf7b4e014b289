namespace LabelPlatform.Contracts.Datasets;

/// <summary>
/// Keeps a dataset for training. Answered by <see cref="DatasetRegistered"/> or <see cref="DatasetRejected"/>; the same content again is the same
/// dataset.
/// </summary>
/// <param name="Content">Address of the file, UTF-8, in the message data folder: it travels beside the broker.</param>
/// <param name="Format">How its rows are written.</param>
/// <param name="Name">A name for people, which runs may use instead of the id; it moves to the newest dataset that is given it.</param>
/// <param name="Label">The label that <c>1</c> stands for in a <see cref="DatasetFileFormat.Sample"/> file.</param>
public sealed record RegisterDataset(Uri Content, DatasetFileFormat Format, string? Name = null, string? Label = null);
