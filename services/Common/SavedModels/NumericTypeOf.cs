using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Google.Protobuf.Collections;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>The type whose elements are <typeparamref name="T"/> in .NET and <typeparamref name="TField"/> in messages.</summary>
internal sealed class NumericTypeOf<T, TField>(Func<TensorProto, RepeatedField<TField>> field, Func<TField, T> convert) : NumericType
    where T : unmanaged
{
    // What was read is still in the cache when its checksum is computed, and the bytes of a whole tensor may be more than a span can have.
    private const int PieceLength = 1 << 16;

    public override DataType Type => DataTypes.Of<T>();

    public override int Size => Unsafe.SizeOf<T>();

    public override Tensor Read(TensorShape shape, Action<Span<byte>> read)
    {
        var values = GC.AllocateUninitializedArray<T>(shape.Length);
        for (var start = 0; start < values.Length; start += PieceLength)
        {
            var piece = MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(PieceLength, values.Length - start)));
            read(piece);
            // Any other byte would be a bool that is neither true nor false.
            if (typeof(T) == typeof(bool) && piece.ContainsAnyExceptInRange((byte)0, (byte)1))
                throw new SavedModelException(StatusCode.DataLoss, "An element of type DT_BOOL is neither 0 nor 1.");
        }

        return new Tensor<T>(shape, values);
    }

    public override Tensor Read(TensorShape shape, TensorProto proto) => TensorProtos.Fill(shape, field(proto), convert, default);
}
