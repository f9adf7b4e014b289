using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>RealDiv, and DivNoNan, which is 0 where the divisor is.</summary>
internal sealed class DivisionKernel<T>(OperationNode node)
    : BinaryKernel<T, T>(node, node.Op == "DivNoNan" ? DivideNoNan : TensorPrimitives.Divide)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static void DivideNoNan(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = T.IsZero(y[i]) ? T.Zero : x[i] / y[i];
    }
}
