using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Pack: tensors of one shape along a new dimension.</summary>
internal sealed class PackKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
{
    private readonly long _axis = node.Int("axis");

    public override void Run(KernelCall call)
    {
        var shape = call.Input(0).Shape;
        var axis = Indices.Axis(_axis, shape.Rank + 1);
        if (axis < 0)
            throw Error($"axis = {_axis} not in [{-shape.Rank - 1}, {shape.Rank + 1})");
        for (var i = 1; i < call.InputCount; i++)
        {
            if (call.Input(i).Shape != shape)
                throw Error($"Shapes of all inputs must match: values[0].shape = {shape} != values[{i}].shape = {call.Input(i).Shape}");
        }

        var result = call.Allocate<T>(0, new TensorShape([.. shape.Dimensions[..axis], call.InputCount, .. shape.Dimensions[axis..]]));
        Interleaving.Copy(call, call.InputCount, shape.Rank == 0 ? 0 : axis, result);
    }
}
