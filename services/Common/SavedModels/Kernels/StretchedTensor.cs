namespace LabelPlatform.SavedModels.Kernels;

/// <summary>
/// A tensor that is stretched to a shape, seen in runs: pieces of the shape's elements over which it either lies in one piece or stands still
/// at one element.
/// </summary>
internal struct StretchedTensor
{
    // Of the shape's dimensions outside a run: how long each is, where we are, and how far the tensor moves.
    private readonly int[] _sizes;
    private readonly int[] _counters;
    private readonly int[] _strides;
    private int _offset;

    /// <param name="tensor">The tensor's own shape, of which each dimension is as long as the other shape's, or 1, or missing in front.</param>
    /// <param name="shape">What it is stretched to.</param>
    /// <param name="run">Length of a run, from <see cref="RunLength"/>.</param>
    public StretchedTensor(TensorShape tensor, TensorShape shape, int run)
    {
        var outer = shape.Rank;
        for (var inner = 1; inner < run;)
            inner *= shape[--outer];
        _sizes = shape.Dimensions[..outer].ToArray();
        _counters = new int[outer];
        _strides = new int[outer];

        StandsStill = true;
        var stride = 1;
        for (var i = 1; i <= shape.Rank; i++)
        {
            var size = FromEnd(tensor, i);
            if (shape.Rank - i < outer)
                _strides[shape.Rank - i] = size == 1 ? 0 : stride;
            else
                StandsStill &= size == 1;
            stride *= size;
        }
    }

    /// <summary>Whether the tensor stands still within a run.</summary>
    public bool StandsStill { get; }

    /// <summary>Where in the tensor the next run begins.</summary>
    public int Next()
    {
        var offset = _offset;
        for (var i = _counters.Length - 1; i >= 0; i--)
        {
            _offset += _strides[i];
            if (++_counters[i] < _sizes[i])
                break;
            _counters[i] = 0;
            _offset -= _strides[i] * _sizes[i];
        }

        return offset;
    }

    /// <summary>The longest run that suits two tensors.</summary>
    public static int RunLength(TensorShape shape, TensorShape x, TensorShape y)
    {
        var run = 1;
        (bool X, bool Y)? still = null;
        for (var i = 1; i <= shape.Rank; i++)
        {
            if (FromEnd(shape, i) == 1)
                continue;
            var here = (FromEnd(x, i) == 1, FromEnd(y, i) == 1);
            if ((still ??= here) != here)
                break;
            run *= FromEnd(shape, i);
        }

        return run;
    }

    /// <summary>A dimension counted from the innermost (1), which is 1 where the tensor has none.</summary>
    public static int FromEnd(TensorShape shape, int index) => index <= shape.Rank ? shape[^index] : 1;
}
