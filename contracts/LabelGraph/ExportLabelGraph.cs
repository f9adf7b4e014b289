namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>Asks GraphMatch for a part of the label graph as a file. Answered by <see cref="LabelGraphExported"/>.</summary>
/// <param name="Part">What is exported.</param>
/// <param name="Format">How it shall be written: <see cref="LabelGraphFormat.Json"/>, Tsv or Csv.</param>
public sealed record ExportLabelGraph(LabelGraphPart Part, LabelGraphFormat Format);
