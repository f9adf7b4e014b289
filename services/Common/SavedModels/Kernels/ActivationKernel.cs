using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Sigmoid, Tanh, Relu, Rsqrt.</summary>
internal sealed class ActivationKernel<T>(OperationNode node) : MapKernel<T, T>(node, Map(node.Op))
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static SpanMap<T, T> Map(string op) => op switch
    {
        "Sigmoid" => TensorPrimitives.Sigmoid,
        "Tanh" => TensorPrimitives.Tanh,
        "Relu" => static (x, destination) => TensorPrimitives.Max(x, T.Zero, destination),
        "Rsqrt" => TensorPrimitives.ReciprocalSqrt,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "No activation."),
    };
}
