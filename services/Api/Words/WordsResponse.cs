namespace LabelPlatform.Api.Words;

/// <summary>The words of the texts of a request.</summary>
/// <param name="Items">One item a text, in the order asked.</param>
public sealed record WordsResponse(IReadOnlyList<WordsItem> Items);
