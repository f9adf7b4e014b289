using LabelPlatform.Api.Batching;
using LabelPlatform.Contracts.Scoring;
using MassTransit;

namespace LabelPlatform.Api.Labeling.Stages;

internal sealed class ScoreCall(IBus bus) : StageCall<OfGraph<TextToScore>, ScoreLabels, LabelsScored>(bus)
{
    public override string Stage => "Scoring";

    public override string Work => "score";

    public override int SizeOf(OfGraph<TextToScore> item) =>
        128 + item.Value.Words.Sum(word => 32 + 40 * word.Labels.Length) + 160 * (item.Value.Predictions.Length + item.Value.Failures.Length);

    public override bool MayShare(OfGraph<TextToScore> first, OfGraph<TextToScore> next) => first.MayShare(next);

    protected override ScoreLabels Compose(IReadOnlyList<OfGraph<TextToScore>> items) =>
        new([.. items.Select(item => item.Value)], items.MergeAncestors());
}
