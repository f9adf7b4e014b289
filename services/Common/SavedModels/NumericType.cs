using System.Collections.Frozen;
using Google.Protobuf.Collections;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>
/// An element type whose elements have a fixed size, when it is known only at run time: how its tensors are made from files.
/// </summary>
internal abstract class NumericType
{
    private static readonly FrozenDictionary<DataType, NumericType> Types = new NumericType[]
    {
        Create(proto => proto.FloatVal, value => value),
        Create(proto => proto.DoubleVal, value => value),
        Create(proto => proto.HalfVal, bits => BitConverter.UInt16BitsToHalf((ushort)bits)),
        Create(proto => proto.IntVal, value => value),
        Create(proto => proto.IntVal, value => (short)value),
        Create(proto => proto.IntVal, value => (sbyte)value),
        Create(proto => proto.IntVal, value => (byte)value),
        Create(proto => proto.Int64Val, value => value),
        Create(proto => proto.Uint32Val, value => value),
        Create(proto => proto.Uint64Val, value => value),
        Create(proto => proto.BoolVal, value => value),
    }.ToFrozenDictionary(type => type.Type);

    /// <summary>Its name.</summary>
    public abstract DataType Type { get; }

    /// <summary>Bytes of an element.</summary>
    public abstract int Size { get; }

    /// <exception cref="SavedModelException">It is not supported.</exception>
    public static NumericType Get(DataType type) =>
        Types.GetValueOrDefault(type)
        ?? throw new SavedModelException(StatusCode.Unimplemented, $"Tensors of type {type.ProtoName()} are not supported.");

    /// <summary>Makes a tensor of its bytes, row by row and little-endian.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="read">Fills a piece of the tensor; is called for one after the other.</param>
    public abstract Tensor Read(TensorShape shape, Action<Span<byte>> read);

    /// <summary>Makes a tensor of the values that a message has in the field for this type; see <see cref="TensorProtos"/>.</summary>
    public abstract Tensor Read(TensorShape shape, TensorProto proto);

    private static NumericTypeOf<T, TField> Create<T, TField>(Func<TensorProto, RepeatedField<TField>> field, Func<TField, T> convert)
        where T : unmanaged => new(field, convert);
}
