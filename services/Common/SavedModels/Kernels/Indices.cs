namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Reads tensors of integers that say where or how much: axes, sizes, shapes, ids.</summary>
internal static class Indices
{
    /// <summary>The values of an int16, int32 or int64 tensor.</summary>
    public static long[] Read(Tensor tensor)
    {
        var values = new long[tensor.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = At(tensor, i);
        return values;
    }

    /// <summary>One value of an int16, int32 or int64 tensor.</summary>
    public static long At(Tensor tensor, int index) => tensor switch
    {
        Tensor<int> ints => ints.Values[index],
        Tensor<long> longs => longs.Values[index],
        Tensor<short> shorts => shorts.Values[index],
        _ => throw new SavedModelException(StatusCode.InvalidArgument, $"Type {tensor.Type.Name()} is no type of an index."),
    };

    /// <summary>The value of a tensor that has only one.</summary>
    public static long Single(Tensor tensor) => tensor.Length == 1
        ? At(tensor, 0)
        : throw new SavedModelException(StatusCode.InvalidArgument, $"One number is expected where there is a tensor of shape {tensor.Shape}.");

    /// <summary>An axis counted from the outermost dimension, or -1 when there is none of this number.</summary>
    public static int Axis(long axis, int rank) => axis >= -rank && axis < rank ? (int)(axis < 0 ? axis + rank : axis) : -1;
}
