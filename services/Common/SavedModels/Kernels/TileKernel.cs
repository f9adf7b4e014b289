using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Tile: a tensor repeated along each dimension.</summary>
internal sealed class TileKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
{
    public override void Run(KernelCall call)
    {
        var input = call.Input<T>(0);
        var multiples = Indices.Read(call.Input(1));
        if (multiples.Length != input.Shape.Rank)
            throw Error($"Expected multiples argument to be a vector of length {input.Shape.Rank} but got length {multiples.Length}");

        // Each dimension becomes two: how often, and as long as it was; the tensor is stretched over the first.
        var (own, repeated, shape) = (new int[2 * multiples.Length], new int[2 * multiples.Length], new int[multiples.Length]);
        for (var i = 0; i < multiples.Length; i++)
        {
            var size = input.Shape[i];
            if (multiples[i] < 0 || multiples[i] * Math.Max(1L, size) > int.MaxValue)
                throw Error($"Expected multiples[{i}] >= 0 and a tensor that fits, but got {multiples[i]}");
            (own[2 * i], own[(2 * i) + 1]) = (1, size);
            (repeated[2 * i], repeated[(2 * i) + 1]) = ((int)multiples[i], size);
            shape[i] = (int)multiples[i] * size;
        }

        var result = call.Allocate<T>(0, new TensorShape(shape));
        Broadcasting.CopyTo((Tensor<T>)input.View(new TensorShape(own)), (Tensor<T>)result.View(new TensorShape(repeated)));
    }
}
