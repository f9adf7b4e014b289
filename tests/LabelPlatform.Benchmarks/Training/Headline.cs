namespace LabelPlatform.Benchmarks.Training;

/// <summary>A row of the headlines.</summary>
/// <param name="Topic">Its only topic.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsTest">Whether models are judged by it.</param>
internal sealed record Headline(string Topic, string Text, bool IsTest);
