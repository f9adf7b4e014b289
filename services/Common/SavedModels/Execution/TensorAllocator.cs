using System.Runtime.CompilerServices;

namespace LabelPlatform.SavedModels.Execution;

/// <summary>Gives tensors their memory, within limits.</summary>
internal abstract class TensorAllocator
{
    /// <summary>
    /// Bytes that one tensor may have. A graph can ask for any shape that its inputs or constants spell out; this is more than a request
    /// within the server's limits needs and less than what would take the process down.
    /// </summary>
    public const long MaxTensorBytes = 1L << 30;

    /// <summary>A tensor whose elements have any value.</summary>
    /// <exception cref="SavedModelException">It would be too large.</exception>
    public Tensor<T> Allocate<T>(TensorShape shape)
    {
        var bytes = (long)shape.Length * Unsafe.SizeOf<T>();
        if (bytes > MaxTensorBytes)
            throw new SavedModelException(StatusCode.ResourceExhausted, $"A tensor of shape {shape} is larger than the limit of {MaxTensorBytes} bytes.");
        return shape.Length == 0 ? new Tensor<T>(shape, []) : new Tensor<T>(shape, AllocateBuffer<T>(shape.Length));
    }

    protected abstract T[] AllocateBuffer<T>(int length);
}
