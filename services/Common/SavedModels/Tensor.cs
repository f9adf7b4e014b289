using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>An array of any number of dimensions, stored row by row.</summary>
public abstract class Tensor
{
    private protected Tensor(DataType type, TensorShape shape) => (Type, Shape) = (type, shape);

    /// <summary>Type of the elements.</summary>
    public DataType Type { get; }

    /// <summary>The dimensions.</summary>
    public TensorShape Shape { get; }

    /// <summary>Number of elements.</summary>
    public int Length => Shape.Length;

    /// <summary>The same elements with another shape of the same length.</summary>
    internal abstract Tensor View(TensorShape shape);

    /// <summary>Gives the memory back to the pool. Nobody may read the tensor, or a view of it, any more.</summary>
    internal abstract void Recycle();
}
