namespace LabelPlatform.SavedModels.Execution;

/// <summary>One kernel of a plan.</summary>
/// <param name="Kernel">What is computed.</param>
/// <param name="Inputs">The slots it reads.</param>
/// <param name="Outputs">The slots it sets.</param>
internal sealed record PlanStep(Kernel Kernel, int[] Inputs, int[] Outputs)
{
    /// <summary>Where its outputs come from.</summary>
    public TensorAllocator Allocator { get; set; } = PooledAllocator.Instance;

    /// <summary>The slots whose memory nobody reads after this step.</summary>
    public int[] LastUses { get; set; } = [];
}
