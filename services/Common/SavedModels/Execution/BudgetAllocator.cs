using System.Runtime.CompilerServices;

namespace LabelPlatform.SavedModels.Execution;

/// <summary>Takes fresh memory until a budget is used up.</summary>
internal sealed class BudgetAllocator(long budget) : TensorAllocator
{
    private long _used;

    protected override T[] AllocateBuffer<T>(int length)
    {
        _used += (long)length * Unsafe.SizeOf<T>();
        return _used <= budget
            ? GC.AllocateUninitializedArray<T>(length)
            : throw new SavedModelException(StatusCode.ResourceExhausted, $"The constants that the graph computes need more than the limit of {budget} bytes.");
    }
}
