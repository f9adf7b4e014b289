using Google.Protobuf;
using Google.Protobuf.Collections;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>From protobuf's tensors to ours.</summary>
public static class TensorProtos
{
    /// <summary>
    /// The most elements of a tensor that has fewer values: a message of some bytes can ask for 2^31 − 1 of them. Tables that start from
    /// one value have some million.
    /// </summary>
    public const int MaxFilledLength = 1 << 26;

    /// <summary>
    /// Decodes a tensor, which has its elements either as bytes in <c>tensor_content</c> or as numbers in the field for its type. Of these
    /// the last is repeated for the elements that have none; without any, all elements are zero or empty.
    /// </summary>
    /// <exception cref="SavedModelException">Its type is not supported, its shape is not fully known, or its values do not fit the
    /// shape.</exception>
    public static Tensor ToTensor(this TensorProto proto)
    {
        var shape = (proto.TensorShape ?? new TensorShapeProto()).ToShape();
        if (proto.Dtype == DataType.DtString)
        {
            return proto.TensorContent.IsEmpty
                ? Fill(shape, proto.StringVal, value => value, ByteString.Empty)
                : ReadStrings(shape, proto.TensorContent.Memory);
        }

        var type = NumericType.Get(proto.Dtype);
        return proto.TensorContent.IsEmpty ? type.Read(shape, proto) : ReadNumbers(type, shape, proto.TensorContent.Memory);
    }

    /// <summary>A tensor of some values, the last of which is repeated to fill it; without any, of <paramref name="empty"/>.</summary>
    /// <exception cref="SavedModelException">There are more values than elements, or fewer and very many elements.</exception>
    internal static Tensor<T> Fill<T, TField>(TensorShape shape, RepeatedField<TField> field, Func<TField, T> convert, T empty)
    {
        if (field.Count > shape.Length)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument, $"A tensor of shape {shape} has {field.Count} values, which are more than its elements.");
        }
        if (field.Count < shape.Length && shape.Length > MaxFilledLength)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument,
                $"A tensor of shape {shape} has only {field.Count} values; of more than {MaxFilledLength} elements each must be given.");
        }

        var values = new T[shape.Length];
        for (var i = 0; i < field.Count; i++)
            values[i] = convert(field[i]);
        values.AsSpan(field.Count).Fill(field.Count > 0 ? values[field.Count - 1] : empty);
        return new Tensor<T>(shape, values);
    }

    private static Tensor ReadNumbers(NumericType type, TensorShape shape, ReadOnlyMemory<byte> content)
    {
        if (content.Length != (long)shape.Length * type.Size)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument,
                $"A tensor of type {type.Type.ProtoName()} and shape {shape} has {content.Length} bytes of content.");
        }

        return type.Read(shape, piece =>
        {
            content.Span[..piece.Length].CopyTo(piece);
            content = content[piece.Length..];
        });
    }

    private static Tensor<ByteString> ReadStrings(TensorShape shape, ReadOnlyMemory<byte> content)
    {
        var reader = new ByteReader(content);
        return new Tensor<ByteString>(shape, StringData.ReadStrings(reader, StringData.ReadLengths(reader, shape.Length)));
    }
}
