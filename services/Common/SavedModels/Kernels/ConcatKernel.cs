using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>ConcatV2: tensors one behind the other along a dimension, which the last input names.</summary>
internal sealed class ConcatKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
{
    public override void Run(KernelCall call)
    {
        var count = call.InputCount - 1;
        var first = call.Input(0).Shape;
        var wanted = Indices.Single(call.Input(count));
        var axis = Indices.Axis(wanted, first.Rank);
        if (axis < 0)
            throw Error($"ConcatOp : Expected concatenating dimensions in the range [{-first.Rank}, {first.Rank}), but got {wanted}");

        var dimensions = first.Dimensions.ToArray();
        for (var i = 1; i < count; i++)
        {
            var shape = call.Input(i).Shape;
            if (shape.Rank != first.Rank || !Fits(shape.Dimensions, first.Dimensions, axis))
                throw Error($"ConcatOp : Dimensions of inputs should match: shape[0] = {first} vs. shape[{i}] = {shape}");
            dimensions[axis] = (int)Math.Min((long)dimensions[axis] + shape[axis], int.MaxValue);
        }

        Interleaving.Copy(call, count, axis, call.Allocate<T>(0, new TensorShape(dimensions)));
    }

    private static bool Fits(ReadOnlySpan<int> shape, ReadOnlySpan<int> first, int axis) =>
        shape[..axis].SequenceEqual(first[..axis]) && shape[(axis + 1)..].SequenceEqual(first[(axis + 1)..]);
}
