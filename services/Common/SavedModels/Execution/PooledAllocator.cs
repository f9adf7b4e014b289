using System.Buffers;

namespace LabelPlatform.SavedModels.Execution;

/// <summary>Takes memory from the shared pool: for tensors that live only between two steps of a run.</summary>
internal sealed class PooledAllocator : TensorAllocator
{
    public static readonly PooledAllocator Instance = new();

    protected override T[] AllocateBuffer<T>(int length) => ArrayPool<T>.Shared.Rent(length);
}
