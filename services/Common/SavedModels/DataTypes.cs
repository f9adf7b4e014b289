using Google.Protobuf;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels;

/// <summary>What TensorFlow's element types are in .NET.</summary>
public static class DataTypes
{
    private const int ReferenceOffset = 100;

    private static readonly Dictionary<Type, DataType> ElementTypes = new()
    {
        [typeof(float)] = DataType.DtFloat,
        [typeof(double)] = DataType.DtDouble,
        [typeof(Half)] = DataType.DtHalf,
        [typeof(int)] = DataType.DtInt32,
        [typeof(long)] = DataType.DtInt64,
        [typeof(short)] = DataType.DtInt16,
        [typeof(sbyte)] = DataType.DtInt8,
        [typeof(byte)] = DataType.DtUint8,
        [typeof(uint)] = DataType.DtUint32,
        [typeof(ulong)] = DataType.DtUint64,
        [typeof(bool)] = DataType.DtBool,
        [typeof(ByteString)] = DataType.DtString,
    };

    /// <summary>The type whose elements are <typeparamref name="T"/>: a number, <see cref="bool"/>, or <see cref="ByteString"/> for DT_STRING.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static DataType Of<T>() => TypeOf<T>.Value;

    /// <summary>The name in protobuf: <c>DT_FLOAT</c>.</summary>
    public static string ProtoName(this DataType type) =>
        TensorReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>(nameof(DataType)).FindValueByNumber((int)type)?.Name
        ?? $"DT_{(int)type}";

    /// <summary>The name in TensorFlow's messages: <c>float</c>, <c>int64</c>, <c>string</c>.</summary>
    public static string Name(this DataType type) => type.ProtoName()[3..].ToLowerInvariant();

    /// <summary>The type of what a TensorFlow 1 variable holds: <c>DT_FLOAT</c> for <c>DT_FLOAT_REF</c>; other types are their own.</summary>
    public static DataType Base(this DataType type) => (int)type > ReferenceOffset ? (DataType)((int)type - ReferenceOffset) : type;

    /// <summary>The .NET type of the elements, or null where there is none.</summary>
    internal static Type? ElementType(DataType type) => ElementTypes.FirstOrDefault(pair => pair.Value == type).Key;

    private static class TypeOf<T>
    {
        public static readonly DataType Value = ElementTypes.TryGetValue(typeof(T), out var type)
            ? type
            : throw new NotSupportedException($"No tensor has elements of {typeof(T)}.");
    }
}
