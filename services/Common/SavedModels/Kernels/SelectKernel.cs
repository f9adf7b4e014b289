using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>SelectV2: for each element one of two, all three inputs stretched to fit. Select, its elder: a condition may choose whole rows.</summary>
internal sealed class SelectKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
{
    private readonly bool _choosesRows = node.Op == "Select";

    public override void Run(KernelCall call)
    {
        var (condition, then, otherwise) = (call.Input<bool>(0), call.Input<T>(1), call.Input<T>(2));
        if (_choosesRows)
            condition = AsRows(condition, then.Shape, otherwise.Shape);

        var shape = Broadcasting.Shape(then.Shape, otherwise.Shape) is { } values ? Broadcasting.Shape(values, condition.Shape) : null;
        var result = call.Allocate<T>(
            0, shape ?? throw Error($"condition {condition.Shape}, then {then.Shape}, and else {otherwise.Shape} must be broadcastable"));
        var mask = PooledAllocator.Instance.Allocate<bool>(result.Shape);
        var other = PooledAllocator.Instance.Allocate<T>(result.Shape);
        Broadcasting.CopyTo(condition, mask);
        Broadcasting.CopyTo(then, result);
        Broadcasting.CopyTo(otherwise, other);
        for (var i = 0; i < result.Length; i++)
        {
            if (!mask.Values[i])
                result.Values[i] = other.Values[i];
        }

        mask.Recycle();
        other.Recycle();
    }

    private Tensor<bool> AsRows(Tensor<bool> condition, TensorShape then, TensorShape otherwise)
    {
        if (then != otherwise)
            throw Error($"'then' and 'else' must have the same size, but got {then} vs. {otherwise}");
        if (condition.Shape == then || condition.Shape.Rank == 0)
            return condition;
        if (condition.Shape.Rank != 1 || then.Rank == 0 || condition.Length != then[0])
            throw Error($"'cond' {condition.Shape} must be a scalar, a vector of rows, or have the same shape as 'then' {then}");
        return (Tensor<bool>)condition.View(new TensorShape([condition.Length, .. Enumerable.Repeat(1, then.Rank - 1)]));
    }
}
