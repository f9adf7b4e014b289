using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>What an output of a node is once the graph is compiled.</summary>
/// <param name="Type">Type of the elements.</param>
internal abstract record Value(DataType Type);
