namespace LabelPlatform.LabelGraph.Importing;

/// <summary>One statement of a tree file: a label, and a parent of it or none.</summary>
internal readonly record struct TreeLine(int Line, string? Parent, string Label);
