namespace LabelPlatform.Api.Requests;

/// <summary>Checks the text of a query parameter.</summary>
internal static class QueryText
{
    /// <summary>The text, or null when the parameter is missing.</summary>
    /// <exception cref="InvalidRequestException">It is blank, too long, or holds control characters.</exception>
    public static string? Check(string? text, string parameter, int maxLength) =>
        text is null || (!string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !text.Any(char.IsControl))
            ? text
            : throw new InvalidRequestException($"{parameter} must be 1 to {maxLength} characters without control characters.");
}
