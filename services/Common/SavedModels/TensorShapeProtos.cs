using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>From protobuf's shapes to ours.</summary>
internal static class TensorShapeProtos
{
    /// <summary>TensorFlow's limit.</summary>
    private const int MaxRank = 254;

    /// <summary>A shape that is fully known.</summary>
    /// <exception cref="SavedModelException">It is not, or it is too large.</exception>
    public static TensorShape ToShape(this TensorShapeProto proto)
    {
        if (proto.UnknownRank)
            throw new SavedModelException(StatusCode.InvalidArgument, "A tensor's shape is of unknown rank.");
        if (proto.Dim.Count > MaxRank)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument, $"A tensor has {proto.Dim.Count} dimensions; the limit is {MaxRank}.");
        }

        Span<int> dimensions = stackalloc int[proto.Dim.Count];
        for (var i = 0; i < dimensions.Length; i++)
        {
            var size = proto.Dim[i].Size;
            if (size is < 0 or > int.MaxValue)
            {
                throw new SavedModelException(
                    StatusCode.InvalidArgument, $"Dimension {i} of a tensor is {size}, which is not from 0 to {int.MaxValue}.");
            }
            dimensions[i] = (int)size;
        }

        var shape = new TensorShape(dimensions);
        return shape.Length <= Array.MaxLength
            ? shape
            : throw new SavedModelException(StatusCode.InvalidArgument, $"Shape {shape} has more than {Array.MaxLength} elements.");
    }
}
