using System.Buffers;
using System.Text.Json;

namespace LabelPlatform.Inference.Serving;

/// <summary>The body of TensorFlow Serving's <c>:predict</c> in its row form: <c>{"instances":[[0,0,7],[0,3,9]]}</c>.</summary>
internal static class PredictRequest
{
    public static ReadOnlyMemory<byte> Write(InputRows rows)
    {
        var buffer = new ArrayBufferWriter<byte>(32 + (rows.Count * rows.Width * 4));
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartArray("instances"u8);
        for (var i = 0; i < rows.Count; i++)
        {
            json.WriteStartArray();
            foreach (var id in rows[i])
                json.WriteNumberValue(id);
            for (var padding = rows[i].Length; padding < rows.Width; padding++)
                json.WriteNumberValue(0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
