using LabelPlatform.Api.Requests;

namespace LabelPlatform.Api.Words;

/// <summary>Asks for the words of texts.</summary>
public sealed record WordsRequest
{
    /// <summary>1 to 1,000 texts: objects, or bare strings.</summary>
    public required IReadOnlyList<TextInput> Texts { get; init; }
}
