namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A tensor that no input changes.</summary>
internal sealed record ConstantValue(Tensor Tensor) : Value(Tensor.Type);
