namespace LabelPlatform.Api.Labeling;

/// <summary>What an answer was made with.</summary>
/// <param name="Graph">Version of the label graph; the answer reflects every edit up to it.</param>
/// <param name="Models">Version of each model that was asked.</param>
public sealed record AnswerVersions(long Graph, IReadOnlyDictionary<string, long> Models);
