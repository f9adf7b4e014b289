using System.Buffers;
using System.Text;
using LabelPlatform.ModelServer.Json;

namespace LabelPlatform.ModelServer.Rest;

/// <summary>Writes the body of a reply that is an error: an object with the message as <c>error</c>.</summary>
internal static class ErrorBody
{
    public static void Write(string message, IBufferWriter<byte> target)
    {
        var json = new PrettyJsonWriter(target);
        json.StartObject();
        json.String("error"u8);
        json.String(Encoding.UTF8.GetBytes(message));
        json.EndObject();
    }
}
