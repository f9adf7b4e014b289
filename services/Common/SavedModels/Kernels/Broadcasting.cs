using System.Buffers;
using System.Runtime.CompilerServices;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Element by element over tensors that are stretched to one shape, as NumPy does.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that both have when stretched, or null when they do not fit.</summary>
    public static TensorShape? Shape(TensorShape x, TensorShape y)
    {
        var dimensions = new int[Math.Max(x.Rank, y.Rank)];
        for (var i = 1; i <= dimensions.Length; i++)
        {
            var (a, b) = (StretchedTensor.FromEnd(x, i), StretchedTensor.FromEnd(y, i));
            if (a != b && a != 1 && b != 1)
                return null;
            dimensions[^i] = a == 1 ? b : a;
        }

        return new TensorShape(dimensions);
    }

    /// <summary>Combines two tensors that fit the result's shape.</summary>
    public static void Combine<TIn, TOut>(Tensor<TIn> x, Tensor<TIn> y, Tensor<TOut> result, SpanFunction<TIn, TOut> function)
    {
        if (result.Length == 0)
            return;
        if (x.Shape == y.Shape)
        {
            function(x.Values, y.Values, result.Values);
            return;
        }

        var run = StretchedTensor.RunLength(result.Shape, x.Shape, y.Shape);
        var (left, right) = (new StretchedTensor(x.Shape, result.Shape, run), new StretchedTensor(y.Shape, result.Shape, run));
        var (leftRun, rightRun) = (ArrayPool<TIn>.Shared.Rent(run), ArrayPool<TIn>.Shared.Rent(run));
        for (var start = 0; start < result.Length; start += run)
        {
            var xs = Run(x, left.Next(), left.StandsStill, leftRun.AsSpan(0, run));
            var ys = Run(y, right.Next(), right.StandsStill, rightRun.AsSpan(0, run));
            function(xs, ys, result.Values.Slice(start, run));
        }

        ArrayPool<TIn>.Shared.Return(leftRun, RuntimeHelpers.IsReferenceOrContainsReferences<TIn>());
        ArrayPool<TIn>.Shared.Return(rightRun, RuntimeHelpers.IsReferenceOrContainsReferences<TIn>());
    }

    /// <summary>Copies a tensor that fits a shape, stretched to it.</summary>
    public static void CopyTo<T>(Tensor<T> tensor, Tensor<T> destination)
    {
        var run = StretchedTensor.RunLength(destination.Shape, tensor.Shape, tensor.Shape);
        var stretched = new StretchedTensor(tensor.Shape, destination.Shape, run);
        for (var start = 0; start < destination.Length; start += run)
        {
            var to = destination.Values.Slice(start, run);
            var offset = stretched.Next();
            if (stretched.StandsStill)
                to.Fill(tensor.Values[offset]);
            else
                tensor.Values.Slice(offset, run).CopyTo(to);
        }
    }

    private static ReadOnlySpan<T> Run<T>(Tensor<T> tensor, int offset, bool standsStill, Span<T> buffer)
    {
        if (!standsStill)
            return tensor.Values.Slice(offset, buffer.Length);
        buffer.Fill(tensor.Values[offset]);
        return buffer;
    }
}
