using System.Buffers;
using System.Runtime.CompilerServices;

namespace LabelPlatform.SavedModels;

/// <summary>A tensor whose elements are of one .NET type (see <see cref="DataTypes.Of{T}"/>).</summary>
public sealed class Tensor<T> : Tensor
{
    // It may be longer than the tensor: buffers are pooled.
    private readonly T[] _buffer;

    /// <summary>A tensor of zeros. One of texts has to be filled before it is read.</summary>
    public Tensor(TensorShape shape)
        : this(shape, shape.Length == 0 ? [] : new T[shape.Length])
    {
    }

    /// <summary>A tensor over an array, which it does not copy: the first elements are the tensor's, row by row.</summary>
    /// <exception cref="ArgumentException">The array is shorter than the shape.</exception>
    public Tensor(TensorShape shape, T[] buffer)
        : base(DataTypes.Of<T>(), shape)
    {
        if (buffer.Length < shape.Length)
            throw new ArgumentException($"An array of {buffer.Length} elements is too short for the shape {shape}.", nameof(buffer));
        _buffer = buffer;
    }

    /// <summary>The elements, row by row.</summary>
    public Span<T> Values => _buffer.AsSpan(0, Length);

    /// <summary>The array below, which is as long as the tensor or longer.</summary>
    internal T[] Buffer => _buffer;

    internal override Tensor View(TensorShape shape) => new Tensor<T>(shape, _buffer);

    internal override void Recycle()
    {
        if (_buffer.Length > 0)
            ArrayPool<T>.Shared.Return(_buffer, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}
