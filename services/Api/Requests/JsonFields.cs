using System.Text.Json;

namespace LabelPlatform.Api.Requests;

/// <summary>Reads the fields of a JSON object; a wrong one is refused by its name.</summary>
internal readonly struct JsonFields(JsonElement json, string path)
{
    /// <summary>Reads an object that has no other fields than these.</summary>
    public static JsonFields Of(JsonElement json, string path, params ReadOnlySpan<string> known)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new InvalidRequestException($"{(path.Length == 0 ? "The body" : path)} must be a JSON object.");
        foreach (var field in json.EnumerateObject())
        {
            if (!known.Contains(field.Name))
                throw new InvalidRequestException($"Unknown field {Name(path, field.Name)}. Known are: {string.Join(", ", known!)}.");
        }

        return new JsonFields(json, path);
    }

    public JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>A whole number within bounds, or null when the field is missing.</summary>
    public int? Integer(string name, int min, int max)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw new InvalidRequestException($"{Name(path, name)} must be a whole number from {min} to {max}.");
    }

    /// <summary>A number within bounds, or null when the field is missing.</summary>
    public double? Number(string name, double min, double max)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max
            ? number
            : throw new InvalidRequestException($"{Name(path, name)} must be a number from {min} to {max}.");
    }

    /// <summary>A whole number of any size that 64 bits hold, or null when the field is missing.</summary>
    public long? Long(string name)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new InvalidRequestException($"{Name(path, name)} must be a whole number of at most 64 bits.");
    }

    /// <summary>A number above 0 within a bound, or null when the field is missing.</summary>
    public double? PositiveNumber(string name, double max)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && number > 0 && number <= max
            ? number
            : throw new InvalidRequestException($"{Name(path, name)} must be a number above 0 and not above {max}.");
    }

    /// <summary>A string that is not blank, or null when the field is missing.</summary>
    public string? Text(string name, int maxLength)
    {
        if (Find(name) is not { } value)
            return null;
        return value.ValueKind is JsonValueKind.String && value.TryGetText(out var text) && !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength
            ? text
            : throw new InvalidRequestException($"{Name(path, name)} must be a string of 1 to {maxLength} characters.");
    }

    /// <summary>A string that is not blank.</summary>
    public string RequiredText(string name, int maxLength) =>
        Text(name, maxLength) ?? throw new InvalidRequestException($"{Name(path, name)} is missing: a string of 1 to {maxLength} characters.");

    /// <summary>The member of an enumeration that is written like it, or null when the field is missing.</summary>
    public TEnum? Member<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Find(name) is not { } value)
            return null;
        var members = Enum.GetValues<TEnum>();
        foreach (var member in members)
        {
            if (value.ValueKind is JsonValueKind.String && value.ValueEquals(Written(member)))
                return member;
        }

        throw new InvalidRequestException($"{Name(path, name)} must be one of: {string.Join(", ", members.Select(Written))}.");
    }

    /// <summary>A list of words, each one of those allowed.</summary>
    public IReadOnlyList<string> Choices(string name, params ReadOnlySpan<string> allowed)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind is not JsonValueKind.Array)
            throw NotAChoice(name, allowed);
        var choices = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.String || item.GetString() is not { } choice || !allowed.Contains(choice))
                throw NotAChoice(name, allowed);
            choices.Add(choice);
        }

        return choices;
    }

    private static string Written<TEnum>(TEnum member)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(member.ToString());

    private InvalidRequestException NotAChoice(string name, ReadOnlySpan<string> allowed) =>
        new($"{Name(path, name)} must be a list of: {string.Join(", ", allowed!)}.");

    private static string Name(string path, string field) => path.Length == 0 ? field : $"{path}.{field}";
}
