namespace LabelPlatform.SavedModels.Execution;

/// <summary>
/// The steps that compute a signature's outputs from its inputs, in order, over numbered slots. Constants have their slots filled from the
/// beginning. It does not change; each run has slots of its own.
/// </summary>
internal sealed class ExecutionPlan(Tensor?[] constants, PlanStep[] steps)
{
    /// <summary>Runs the steps.</summary>
    /// <param name="inputs">The slots of the inputs and their tensors.</param>
    /// <param name="outputs">The slots wanted.</param>
    /// <param name="cancellationToken">Looked at between two steps.</param>
    public Tensor[] Run(ReadOnlySpan<(int Slot, Tensor Tensor)> inputs, ReadOnlySpan<int> outputs, CancellationToken cancellationToken)
    {
        var slots = constants.AsSpan().ToArray();
        foreach (var (slot, tensor) in inputs)
            slots[slot] = tensor;

        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            step.Kernel.Run(new KernelCall(slots, step.Inputs, step.Outputs, step.Allocator));
            foreach (var slot in step.LastUses)
                slots[slot]!.Recycle();
        }

        var results = new Tensor[outputs.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = slots[outputs[i]]!;
        return results;
    }
}
