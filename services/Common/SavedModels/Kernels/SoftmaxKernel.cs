using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Softmax over the last dimension.</summary>
internal sealed class SoftmaxKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Run(KernelCall call)
    {
        var logits = call.Input<T>(0);
        if (logits.Shape.Rank == 0)
            throw Error("logits must have >= 1 dimension, got []");
        var probabilities = call.Allocate<T>(0, logits.Shape);
        var classes = logits.Shape[^1];
        for (var start = 0; start < logits.Length; start += classes)
            Row(logits.Values.Slice(start, classes), probabilities.Values.Slice(start, classes));
    }

    // The largest is taken off first, so that no exponential overflows.
    private static void Row(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.Exp(probabilities, probabilities);
        TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum<T>(probabilities), probabilities);
    }
}
