using System.Numerics;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Shape: the dimensions of a tensor as a tensor.</summary>
internal sealed class ShapeKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
    where T : unmanaged, IBinaryInteger<T>
{
    public override void Run(KernelCall call)
    {
        var shape = call.Input(0).Shape;
        var result = call.Allocate<T>(0, new TensorShape(shape.Rank));
        for (var i = 0; i < shape.Rank; i++)
            result.Values[i] = T.CreateChecked(shape[i]);
    }
}
