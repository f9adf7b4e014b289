using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Adds a vector along the last dimension.</summary>
internal sealed class BiasAddKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
    where T : unmanaged, INumber<T>
{
    public override void Run(KernelCall call)
    {
        var (value, bias) = (call.Input<T>(0), call.Input<T>(1));
        if (value.Shape.Rank < 2)
            throw Error($"Input tensor must be at least 2D: {value.Shape}");
        if (bias.Shape.Rank != 1)
            throw Error($"Biases must be 1D: {bias.Shape}");
        if (bias.Length != value.Shape[^1])
            throw Error($"Must provide as many biases as the last dimension of the input tensor: {bias.Shape} vs. {value.Shape}");

        var result = call.Allocate<T>(0, value.Shape);
        for (var start = 0; start < value.Length; start += bias.Length)
            TensorPrimitives.Add(value.Values.Slice(start, bias.Length), bias.Values, result.Values.Slice(start, bias.Length));
    }
}
