namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>A part of the label graph as a file.</summary>
/// <param name="Version">Version of the graph.</param>
/// <param name="Content">Address of the file, UTF-8, in the message data folder: it travels beside the broker.</param>
public sealed record LabelGraphExported(long Version, Uri Content);
