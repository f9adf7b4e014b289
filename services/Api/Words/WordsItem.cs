namespace LabelPlatform.Api.Words;

/// <summary>The words of one text.</summary>
/// <param name="Id">The id as given.</param>
/// <param name="Words">The words in order, repeats included.</param>
/// <param name="Truncated">Whether the text was longer than the 200 characters that are looked at.</param>
/// <param name="Error">Why this text could not be cut, or null.</param>
public sealed record WordsItem(string Id, IReadOnlyList<ItemWord> Words, bool Truncated, string? Error);
