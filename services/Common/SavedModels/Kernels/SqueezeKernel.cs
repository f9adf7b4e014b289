using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Squeeze: takes out dimensions of 1, all of them or those named.</summary>
internal sealed class SqueezeKernel(OperationNode node) : ViewKernel(node)
{
    private readonly long[] _dimensions = node.Ints("squeeze_dims");

    protected override TensorShape Shape(KernelCall call)
    {
        var shape = call.Input(0).Shape;
        var squeezed = new bool[shape.Rank];
        foreach (var axis in _dimensions)
        {
            if (Indices.Axis(axis, shape.Rank) is not (>= 0 and var index))
                throw Error($"Tried to squeeze dim index {axis} for tensor with {shape.Rank} dimensions.");
            if (shape[index] != 1)
                throw Error($"Can not squeeze dim[{index}], expected a dimension of 1, got {shape[index]}");
            squeezed[index] = true;
        }

        var kept = new List<int>(shape.Rank);
        for (var i = 0; i < shape.Rank; i++)
        {
            if (_dimensions.Length == 0 ? shape[i] != 1 : !squeezed[i])
                kept.Add(shape[i]);
        }

        return new TensorShape([.. kept]);
    }
}
