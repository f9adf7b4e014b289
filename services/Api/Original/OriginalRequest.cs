namespace LabelPlatform.Api.Original;

/// <summary>The original's request.</summary>
/// <param name="Text">The text to label.</param>
public sealed record OriginalRequest(string Text);
