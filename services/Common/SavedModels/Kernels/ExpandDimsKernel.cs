using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>ExpandDims: inserts a dimension of 1.</summary>
internal sealed class ExpandDimsKernel(OperationNode node) : ViewKernel(node)
{
    protected override TensorShape Shape(KernelCall call)
    {
        var shape = call.Input(0).Shape;
        if (call.Input(1).Length != 1)
            throw Error("'dim' must be a tensor with a single value");
        var axis = Indices.Single(call.Input(1));
        return Indices.Axis(axis, shape.Rank + 1) is >= 0 and var index
            ? new TensorShape([.. shape.Dimensions[..index], 1, .. shape.Dimensions[index..]])
            : throw Error($"Tried to expand dim index {axis} for tensor with {shape.Rank} dimensions.");
    }
}
