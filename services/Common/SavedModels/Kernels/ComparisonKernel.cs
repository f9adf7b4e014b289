using System.Numerics;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Greater, GreaterEqual, Less, LessEqual.</summary>
internal sealed class ComparisonKernel<T>(OperationNode node) : BinaryKernel<T, bool>(node, Function(node.Op))
    where T : unmanaged, INumber<T>
{
    private static SpanFunction<T, bool> Function(string op)
    {
        Func<T, T, bool> compare = op switch
        {
            "Greater" => static (x, y) => x > y,
            "GreaterEqual" => static (x, y) => x >= y,
            "Less" => static (x, y) => x < y,
            "LessEqual" => static (x, y) => x <= y,
            _ => throw new ArgumentOutOfRangeException(nameof(op), op, "No comparison."),
        };
        return (x, y, destination) =>
        {
            for (var i = 0; i < destination.Length; i++)
                destination[i] = compare(x[i], y[i]);
        };
    }
}
