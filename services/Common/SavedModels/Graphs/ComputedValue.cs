using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A tensor that a run brings or computes.</summary>
internal sealed record ComputedValue(int Slot, DataType Type) : Value(Type);
