using System.Buffers;
using System.Globalization;
using System.Text.Json;
using LabelPlatform.ModelServer.Servables;

namespace LabelPlatform.ModelServer.Status;

/// <summary>Writes the states of a model's versions as protobuf prints a <c>GetModelStatusResponse</c>.</summary>
internal static class ModelStatusWriter
{
    public static void Write(IReadOnlyList<VersionStatus> versions, IBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target, ProtobufJson.Layout);
        json.WriteStartObject();
        json.WriteStartArray("model_version_status");
        foreach (var version in versions)
        {
            json.WriteStartObject();
            json.WriteString("version", version.Version.ToString(CultureInfo.InvariantCulture));
            json.WriteString("state", version.State.ToString().ToUpperInvariant());
            json.WriteStartObject("status");
            json.WriteString("error_code", StatusText.Name(version.Code));
            json.WriteString("error_message", version.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
