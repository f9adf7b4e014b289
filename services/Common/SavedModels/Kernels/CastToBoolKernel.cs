using System.Numerics;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Cast of numbers to truth values: whatever is not 0 is true.</summary>
internal sealed class CastToBoolKernel<T>(OperationNode node) : MapKernel<T, bool>(node, Convert)
    where T : unmanaged, INumber<T>
{
    private static void Convert(ReadOnlySpan<T> values, Span<bool> destination)
    {
        for (var i = 0; i < values.Length; i++)
            destination[i] = !T.IsZero(values[i]);
    }
}
