using System.Numerics;
using Google.Protobuf;
using LabelPlatform.ModelServer.Json;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>What TensorFlow Serving takes for each type of tensor.</summary>
internal static class ElementTypes
{
    private static bool TryReadReal(JsonNode node, out double value)
    {
        value = node.Kind switch
        {
            JsonKind.Integer => node.Integer,
            JsonKind.UnsignedInteger => node.Unsigned,
            JsonKind.Real => node.Real,
            _ => 0,
        };
        return node.IsNumber;
    }

    /// <summary>Any number; what is out of range becomes infinite.</summary>
    internal readonly struct Single : IElementType<float>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out float element)
        {
            var read = TryReadReal(node, out var value);
            element = (float)value;
            return read;
        }
    }

    /// <summary>Any number.</summary>
    internal readonly struct Double : IElementType<double>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out double element) => TryReadReal(node, out element);
    }

    /// <summary>
    /// A whole number without point or exponent in the range of int32; what is out of a narrower type's range wraps, as in TensorFlow.
    /// </summary>
    internal readonly struct Narrow<T> : IElementType<T>
        where T : struct, IBinaryInteger<T>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out T element)
        {
            element = T.CreateTruncating((int)node.Integer);
            return node.Kind is JsonKind.Integer && node.Integer == (int)node.Integer;
        }
    }

    /// <summary>A whole number without point or exponent.</summary>
    internal readonly struct Int64 : IElementType<long>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out long element)
        {
            element = node.Integer;
            return node.Kind is JsonKind.Integer;
        }
    }

    /// <summary>A whole number without sign, point or exponent.</summary>
    internal readonly struct UInt32 : IElementType<uint>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out uint element)
        {
            element = (uint)node.Integer;
            return node.Kind is JsonKind.Integer && node.Integer == element;
        }
    }

    /// <summary>A whole number without sign, point or exponent.</summary>
    internal readonly struct UInt64 : IElementType<ulong>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out ulong element)
        {
            element = node.Unsigned;
            return node.Kind is JsonKind.UnsignedInteger || (node.Kind is JsonKind.Integer && node.Integer >= 0);
        }
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    internal readonly struct Boolean : IElementType<bool>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out bool element)
        {
            element = node.Kind is JsonKind.True;
            return element || node.Kind is JsonKind.False;
        }
    }

    /// <summary>A string, or bytes in base 64 as <c>{"b64": "…"}</c>.</summary>
    internal readonly struct Bytes : IElementType<ByteString>
    {
        public static bool TryRead(JsonNode node, JsonTape tape, int index, out ByteString element)
        {
            element = node switch
            {
                { IsString: true } => ByteString.CopyFrom(tape.Utf8(index)),
                { Kind: JsonKind.Object } => Base64Object.Read(tape, index),
                _ => ByteString.Empty,
            };
            return node.IsString || node.Kind is JsonKind.Object;
        }
    }
}
