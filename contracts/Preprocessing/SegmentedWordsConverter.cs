using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelPlatform.Contracts.Preprocessing;

/// <summary>
/// A text's words on the wire: one number a word, its length in code points, negative when the filters dropped it. The words follow one
/// another from the text's start, so their places need not be said. As objects they were half of what the bus carries.
/// </summary>
public sealed class SegmentedWordsConverter : JsonConverter<SegmentedWord[]>
{
    /// <inheritdoc/>
    public override SegmentedWord[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
            throw new JsonException("The words of a text must be a list of numbers.");
        var words = new List<SegmentedWord>();
        var start = 0;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var length = reader.GetInt32();
            words.Add(new SegmentedWord(start, Math.Abs(length), Kept: length > 0));
            start += Math.Abs(length);
        }

        return [.. words];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SegmentedWord[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var word in value)
            writer.WriteNumberValue(word.Kept ? word.Length : -word.Length);
        writer.WriteEndArray();
    }
}
