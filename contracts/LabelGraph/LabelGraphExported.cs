using MassTransit;

namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>A part of the label graph as a file.</summary>
/// <param name="Version">Version of the graph.</param>
/// <param name="Content">The file, UTF-8; over 64 KB it travels beside the broker.</param>
public sealed record LabelGraphExported(long Version, MessageData<byte[]> Content);
