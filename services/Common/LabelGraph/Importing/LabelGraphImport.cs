using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>A file to import into the label graph.</summary>
/// <param name="Part">What is imported.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Content">The file, UTF-8, with or without a byte order mark.</param>
/// <param name="Replace">Whether it replaces the part (a vocabulary with <paramref name="Label"/>: that label's words) or is merged into it.</param>
/// <param name="DryRun">Only say what would happen.</param>
/// <param name="Label">The label that words without one belong to.</param>
public sealed record LabelGraphImport(
    LabelGraphPart Part,
    LabelGraphFormat Format,
    ReadOnlyMemory<byte> Content,
    bool Replace = false,
    bool DryRun = false,
    string? Label = null);
