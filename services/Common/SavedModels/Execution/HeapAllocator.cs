namespace LabelPlatform.SavedModels.Execution;

/// <summary>Takes fresh memory: for tensors that outlive the run.</summary>
internal sealed class HeapAllocator : TensorAllocator
{
    public static readonly HeapAllocator Instance = new();

    protected override T[] AllocateBuffer<T>(int length) => GC.AllocateUninitializedArray<T>(length);
}
