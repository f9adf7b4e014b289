using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A variable as such: TensorFlow 2's handle, or TensorFlow 1's reference, which every operation reads without being told.</summary>
internal sealed record VariableValue(Variable Variable, bool IsReference) : Value(IsReference ? Variable.Type : DataType.DtResource);
