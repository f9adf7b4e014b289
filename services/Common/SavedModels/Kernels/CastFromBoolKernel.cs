using System.Numerics;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Cast of truth values to 0 and 1.</summary>
internal sealed class CastFromBoolKernel<T>(OperationNode node) : MapKernel<bool, T>(node, Convert)
    where T : unmanaged, INumber<T>
{
    private static void Convert(ReadOnlySpan<bool> values, Span<T> destination)
    {
        for (var i = 0; i < values.Length; i++)
            destination[i] = values[i] ? T.One : T.Zero;
    }
}
