using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelPlatform.ModelServer.Status;

/// <summary>How protobuf's JSON printer lays out: one space a level.</summary>
internal static class ProtobufJson
{
    public static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
