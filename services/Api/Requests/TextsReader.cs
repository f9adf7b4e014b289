using System.Globalization;
using System.Text.Json;

namespace LabelPlatform.Api.Requests;

/// <summary>Reads the field <c>texts</c> of a request.</summary>
internal static class TextsReader
{
    public static IReadOnlyList<TextInput> Read(JsonFields body, int maxTexts)
    {
        if (body.Find("texts") is not { ValueKind: JsonValueKind.Array } texts)
            throw new InvalidRequestException("texts must be a list of texts: strings, or objects like {\"id\":\"1\",\"text\":\"…\"}.");
        var count = texts.GetArrayLength();
        if (count == 0)
            throw new InvalidRequestException("texts is empty; send at least one text.");
        if (count > maxTexts)
            throw new InvalidRequestException($"texts holds {count:N0} texts; at most {maxTexts:N0} are allowed in a request.");

        var inputs = new TextInput[count];
        var index = 0;
        foreach (var item in texts.EnumerateArray())
            inputs[index] = ReadText(item, index++);
        return inputs;
    }

    /// <summary>Reads the one field <c>text</c>.</summary>
    public static string ReadSingle(JsonFields body) =>
        body.Find("text") is { ValueKind: JsonValueKind.String } value && value.TryGetText(out var text)
            ? text
            : throw new InvalidRequestException("text must be a string of valid Unicode.");

    private static TextInput ReadText(JsonElement item, int index)
    {
        var path = $"texts[{index}]";
        var id = index.ToString(CultureInfo.InvariantCulture);
        if (item.ValueKind is JsonValueKind.String)
            return Create(id, item);
        if (item.ValueKind is not JsonValueKind.Object)
            throw new InvalidRequestException($"{path} must be a string or an object like {{\"id\":\"1\",\"text\":\"…\"}}.");

        var fields = JsonFields.Of(item, path, "id", "text");
        if (fields.Find("id") is { } given)
        {
            id = given.ValueKind is JsonValueKind.String && given.TryGetText(out var text)
                ? text
                : throw new InvalidRequestException($"{path}.id must be a string of valid Unicode.");
        }

        return fields.Find("text") is { ValueKind: JsonValueKind.String } value
            ? Create(id, value)
            : throw new InvalidRequestException($"{path}.text must be a string.");
    }

    private static TextInput Create(string id, JsonElement value) =>
        value.TryGetText(out var text)
            ? new TextInput { Id = id, Text = text }
            : new TextInput { Id = id, Text = "", Error = "The text is not valid Unicode: it has half of a surrogate pair." };
}
