namespace LabelPlatform.Seed;

/// <summary>The sample cannot be brought in; the message says why, for people.</summary>
public sealed class SampleException(string message, Exception? inner = null) : Exception(message, inner);
