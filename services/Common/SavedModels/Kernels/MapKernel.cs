using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Maps each element by itself.</summary>
internal abstract class MapKernel<TIn, TOut>(OperationNode node, SpanMap<TIn, TOut> map) : Kernel(node, DataTypes.Of<TOut>())
{
    public override void Run(KernelCall call)
    {
        var input = call.Input<TIn>(0);
        var result = call.Allocate<TOut>(0, input.Shape);
        if (input.Length > 0)
            map(input.Values, result.Values);
    }
}
