using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Combines two tensors element by element, stretching them to fit.</summary>
internal abstract class BinaryKernel<TIn, TOut>(OperationNode node, SpanFunction<TIn, TOut> function) : Kernel(node, DataTypes.Of<TOut>())
{
    public override void Run(KernelCall call)
    {
        var (x, y) = (call.Input<TIn>(0), call.Input<TIn>(1));
        var shape = Broadcasting.Shape(x.Shape, y.Shape) ?? throw Error($"Incompatible shapes: {x.Shape} vs. {y.Shape}");
        Broadcasting.Combine(x, y, call.Allocate<TOut>(0, shape), function);
    }
}
