namespace LabelPlatform.Contracts.Labeling;

/// <summary>Published for consumers downstream after texts were labelled, one event a batch.</summary>
/// <param name="Texts">The texts that got an answer.</param>
/// <param name="GraphVersion">Version of the label graph that was used.</param>
/// <param name="ModelVersions">Version of each model that was asked.</param>
/// <param name="LabeledAt">UTC.</param>
public sealed record TextsLabeled(
    LabeledText[] Texts,
    long GraphVersion,
    IReadOnlyDictionary<string, long> ModelVersions,
    DateTime LabeledAt);
