using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Add, AddV2, Sub, Mul, Maximum, Minimum.</summary>
internal sealed class ArithmeticKernel<T>(OperationNode node) : BinaryKernel<T, T>(node, Function(node.Op))
    where T : unmanaged, INumber<T>
{
    private static SpanFunction<T, T> Function(string op) => op switch
    {
        "Add" or "AddV2" => TensorPrimitives.Add,
        "Sub" => TensorPrimitives.Subtract,
        "Mul" => TensorPrimitives.Multiply,
        "Maximum" => TensorPrimitives.Max,
        "Minimum" => TensorPrimitives.Min,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "No arithmetic operation."),
    };
}
