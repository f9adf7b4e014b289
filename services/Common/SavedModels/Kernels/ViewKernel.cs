using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Gives the first input another shape and leaves its elements where they are.</summary>
internal abstract class ViewKernel(OperationNode node) : Kernel(node, node.InputTypes[0])
{
    public override bool IsView => true;

    public override void Run(KernelCall call) => call.Set(0, call.Input(0).View(Shape(call)));

    protected abstract TensorShape Shape(KernelCall call);
}
