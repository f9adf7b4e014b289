using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Equal and NotEqual, of elements of any type. NaN equals nothing.</summary>
internal sealed class EqualityKernel<T>(OperationNode node) : BinaryKernel<T, bool>(node, node.Op == "Equal" ? Equal : NotEqual)
    where T : IEquatable<T>
{
    private static void Equal(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<bool> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = AreEqual(x[i], y[i]);
    }

    private static void NotEqual(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<bool> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = !AreEqual(x[i], y[i]);
    }

    private static bool AreEqual(T x, T y) => x.Equals(y) && x is not (float.NaN or double.NaN);
}
