using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Scoring;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Scoring;

/// <summary>
/// Merges the evidence of a text: contributions are summed per label, the sum is squashed by the sigmoid and rounded to three decimals.
/// </summary>
public sealed class LabelScorer(IOptions<ScoringOptions> options)
{
    private readonly bool _keepWeightOfFailed = options.Value.WhenModelFails is WhenModelFails.KeepGraphWeight;

    /// <summary>Scores the labels of one text, strongest evidence first.</summary>
    public ScoredText Score(TextToScore text, IReadOnlyDictionary<string, IReadOnlyList<string>> ancestors)
    {
        var tallies = new Dictionary<string, LabelTally>(StringComparer.Ordinal);
        foreach (var word in text.Words)
        {
            foreach (var (label, weight) in word.Labels)
            {
                if (Weigh(word, label, weight, text) is { } evidence)
                    Tally(label).Add(evidence);
            }
        }

        return new ScoredText([.. tallies
            .OrderByDescending(tally => tally.Value.Sum)
            .ThenBy(tally => tally.Key, StringComparer.Ordinal)
            .Select(tally => new ScoredLabel(
                tally.Key,
                Squash(tally.Value.Sum),
                [.. ancestors.GetValueOrDefault(tally.Key, [])],
                tally.Value.Evidence?.ToArray()))]);

        LabelTally Tally(string label) =>
            tallies.TryGetValue(label, out var tally) ? tally : tallies[label] = new LabelTally(text.IncludeEvidence);
    }

    /// <summary>What a word says for one of its labels, or null when it says nothing.</summary>
    private LabelEvidence? Weigh(MatchedWord word, string label, double weight, TextToScore text)
    {
        if (word.Labels.Length == 1)
            return FromGraph();

        if (text.Predictions.FirstOrDefault(prediction => prediction.Label == label) is { } prediction)
            return Judge(prediction);

        if (text.Failures.FirstOrDefault(failure => failure.Label == label) is { } failure)
            return _keepWeightOfFailed ? FromGraph(failure.Model) : null;

        return FromGraph(unmodelled: true);

        LabelEvidence? Judge(LabelPrediction prediction)
        {
            if (prediction.Probability < prediction.Threshold)
                return null;
            // An ancestor's model can reject a label, but its probability is not the label's.
            return prediction.Judge == label
                ? new LabelEvidence(word.Index, "model", prediction.Probability, prediction.Model)
                : FromGraph(prediction.Model, unmodelled: true);
        }

        LabelEvidence FromGraph(string? model = null, bool unmodelled = false) => new(word.Index, "graph", weight, model, unmodelled);
    }

    private static double Squash(double sum) => Math.Round(1 / (1 + Math.Exp(-sum)), 3);
}
