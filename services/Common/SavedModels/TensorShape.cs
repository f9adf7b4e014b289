namespace LabelPlatform.SavedModels;

/// <summary>The dimensions of a tensor, outermost first; no dimensions are a scalar.</summary>
public readonly struct TensorShape : IEquatable<TensorShape>
{
    private readonly int[]? _dimensions;
    private readonly int _length;

    /// <summary>A shape of the given dimensions.</summary>
    /// <exception cref="SavedModelException">A dimension is negative, or there would be more than 2^31 − 1 elements.</exception>
    public TensorShape(params ReadOnlySpan<int> dimensions)
    {
        _dimensions = dimensions.ToArray();
        // A zero makes the tensor empty, however large the other dimensions are.
        var length = dimensions.Contains(0) ? 0L : 1L;
        foreach (var dimension in dimensions)
        {
            if (dimension < 0)
                throw new SavedModelException(StatusCode.InvalidArgument, $"Shape {this} has a negative dimension.");
            length *= dimension;
            if (length > int.MaxValue)
                throw new SavedModelException(StatusCode.InvalidArgument, $"Shape {this} has more than {int.MaxValue} elements.");
        }

        _length = (int)length;
    }

    /// <summary>The dimensions, outermost first.</summary>
    public ReadOnlySpan<int> Dimensions => _dimensions;

    /// <summary>Number of dimensions.</summary>
    public int Rank => _dimensions?.Length ?? 0;

    /// <summary>Number of elements.</summary>
    public int Length => Rank == 0 ? 1 : _length;

    /// <summary>One dimension, counted from the outermost.</summary>
    public int this[int index] => Dimensions[index];

    /// <summary>One dimension, counted from either end.</summary>
    public int this[Index index] => Dimensions[index];

    /// <summary>Whether two shapes are equal.</summary>
    public static bool operator ==(TensorShape left, TensorShape right) => left.Equals(right);

    /// <summary>Whether two shapes differ.</summary>
    public static bool operator !=(TensorShape left, TensorShape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TensorShape other) => Dimensions.SequenceEqual(other.Dimensions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var dimension in Dimensions)
            hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <summary>The shape as TensorFlow writes it: <c>[2,3]</c>.</summary>
    public override string ToString() => $"[{string.Join(',', _dimensions ?? [])}]";
}
