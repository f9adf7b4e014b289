using System.Numerics;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Cast between numbers. Floating-point numbers lose what is behind the point.</summary>
internal sealed class CastKernel<TFrom, TTo>(OperationNode node) : MapKernel<TFrom, TTo>(node, Convert)
    where TFrom : unmanaged, INumber<TFrom>
    where TTo : unmanaged, INumber<TTo>
{
    private static void Convert(ReadOnlySpan<TFrom> values, Span<TTo> destination)
    {
        for (var i = 0; i < values.Length; i++)
            destination[i] = Convert(values[i]);
    }

    // What does not fit becomes what the processor makes of it (the smallest integer), as in TensorFlow; .NET's own casts saturate.
    private static TTo Convert(TFrom value)
    {
        if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(int))
            return TTo.CreateTruncating(float.ConvertToIntegerNative<int>((float)(object)value));
        if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(long))
            return TTo.CreateTruncating(float.ConvertToIntegerNative<long>((float)(object)value));
        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(int))
            return TTo.CreateTruncating(double.ConvertToIntegerNative<int>((double)(object)value));
        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(long))
            return TTo.CreateTruncating(double.ConvertToIntegerNative<long>((double)(object)value));
        return TTo.CreateTruncating(value);
    }
}
