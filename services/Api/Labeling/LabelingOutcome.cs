namespace LabelPlatform.Api.Labeling;

/// <summary>What came of the texts of a request, in the order asked.</summary>
/// <param name="Texts">Each text with what every stage said of it.</param>
/// <param name="GraphVersion">The lowest version of the label graph that took part.</param>
internal sealed record LabelingOutcome(IReadOnlyList<LabelingProgress> Texts, long GraphVersion)
{
    /// <summary>Version of each model that was asked.</summary>
    public Dictionary<string, long> ModelVersions() => Texts
        .SelectMany(text => text.Predicted?.Predictions ?? [])
        .GroupBy(prediction => prediction.Model, StringComparer.Ordinal)
        .ToDictionary(model => model.Key, model => model.Min(prediction => prediction.Version), StringComparer.Ordinal);
}
