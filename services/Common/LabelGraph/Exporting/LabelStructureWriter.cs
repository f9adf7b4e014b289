using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Exporting;

/// <summary>Writes the original's <c>LABEL_STRUCTURE</c>: one map a level. A root without children is written with none.</summary>
internal static class LabelStructureWriter
{
    // Chinese titles stay readable; the file is not embedded in HTML.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(LabelGraphSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var level in TopDown.Levels(snapshot))
                WriteLevel(json, [.. level.Where(label => label.Children.Count > 0 || label.Parents.Count == 0)]);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteLevel(Utf8JsonWriter json, LabelEntry[] level)
    {
        if (level.Length == 0)
            return;
        json.WriteStartObject();
        foreach (var label in level)
        {
            json.WriteStartArray(label.Title);
            foreach (var child in label.Children)
                json.WriteStringValue(child);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
