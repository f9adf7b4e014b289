using System.Text;
using LabelPlatform.ModelServer.Buffers;

namespace LabelPlatform.ModelServer.Json;

/// <summary>Writes a value for an error message.</summary>
internal static class JsonText
{
    /// <summary>Bytes of a value that are shown; TensorFlow Serving cuts there too.</summary>
    public const int MaxLength = 256;

    public static string Of(JsonTape tape, int index)
    {
        using var buffer = new PooledBuffer();
        Write(tape, index, new PrettyJsonWriter(buffer) { SingleLineArrays = true }, buffer);
        var text = buffer.Span;
        return Encoding.UTF8.GetString(text[..Math.Min(text.Length, MaxLength)]).TrimEnd('\uFFFD');
    }

    // Each level writes a byte before the next, so that the limit bounds the depth too.
    private static void Write(JsonTape tape, int index, PrettyJsonWriter writer, PooledBuffer written)
    {
        if (written.Length >= MaxLength)
            return;

        var node = tape.Nodes[index];
        switch (node.Kind)
        {
            case JsonKind.Null:
                writer.Null();
                break;
            case JsonKind.True or JsonKind.False:
                writer.Boolean(node.Kind is JsonKind.True);
                break;
            case JsonKind.Integer:
                writer.Number(node.Integer);
                break;
            case JsonKind.UnsignedInteger:
                writer.Number(node.Unsigned);
                break;
            case JsonKind.Real:
                writer.Number(node.Real);
                break;
            case JsonKind.Array:
                writer.StartArray();
                for (var child = index + 1; child < node.End && written.Length < MaxLength; child = tape.Next(child))
                    Write(tape, child, writer, written);
                writer.EndArray();
                break;
            case JsonKind.Object:
                writer.StartObject();
                for (var child = index + 1; child < node.End && written.Length < MaxLength; child = tape.Next(child))
                    Write(tape, child, writer, written);
                writer.EndObject();
                break;
            default:
                var text = tape.Utf8(index);
                writer.String(text[..Math.Min(text.Length, MaxLength)]);
                break;
        }
    }
}
