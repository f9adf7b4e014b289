namespace LabelPlatform.Api.Requests;

/// <summary>A text of a request. A bare string may stand for the object; then its position is its id.</summary>
public sealed record TextInput
{
    /// <summary>Echoed as given; the text's position when missing.</summary>
    public required string Id { get; init; }

    /// <summary>The text. Its first 200 characters are looked at.</summary>
    public required string Text { get; init; }

    /// <summary>Why the text cannot be used, or null.</summary>
    internal string? Error { get; init; }
}
