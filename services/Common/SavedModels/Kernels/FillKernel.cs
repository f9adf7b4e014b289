using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Fill: a tensor of one value.</summary>
internal sealed class FillKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
{
    public override void Run(KernelCall call)
    {
        var value = call.Input<T>(1);
        if (value.Shape.Rank != 0)
            throw Error($"value must be a scalar, got shape {value.Shape}");
        call.Allocate<T>(0, Sizes(Indices.Read(call.Input(0)))).Values.Fill(value.Values[0]);
    }

    private TensorShape Sizes(long[] dimensions) =>
        Array.TrueForAll(dimensions, size => size is >= 0 and <= int.MaxValue)
            ? new TensorShape(Array.ConvertAll(dimensions, size => (int)size))
            : throw Error($"Dimensions [{string.Join(',', dimensions)}] must be >= 0");
}
