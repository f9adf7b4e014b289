using System.Numerics;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>ArgMax: where along a dimension the largest value is, the first of equal ones.</summary>
internal sealed class ArgMaxKernel<T, TIndex>(OperationNode node) : Kernel(node, DataTypes.Of<TIndex>())
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    public override void Run(KernelCall call)
    {
        var input = call.Input<T>(0);
        var wanted = Indices.Single(call.Input(1));
        var axis = Indices.Axis(wanted, input.Shape.Rank);
        if (axis < 0)
            throw Error($"Expected dimension in the range [{-input.Shape.Rank}, {input.Shape.Rank}), but got {wanted}");
        var shape = input.Shape.Dimensions;
        var size = shape[axis];
        if (size == 0)
            throw Error($"Reduction axis {axis} is empty in shape {input.Shape}");

        var result = call.Allocate<TIndex>(0, new TensorShape([.. shape[..axis], .. shape[(axis + 1)..]]));
        var inner = new TensorShape(shape[(axis + 1)..]).Length;
        for (var i = 0; i < result.Length; i++)
        {
            var start = (i / inner * size * inner) + (i % inner);
            var best = 0;
            for (var j = 1; j < size; j++)
            {
                if (input.Values[start + (j * inner)] > input.Values[start + (best * inner)])
                    best = j;
            }

            result.Values[i] = TIndex.CreateChecked(best);
        }
    }
}
