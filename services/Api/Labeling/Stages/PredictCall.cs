using LabelPlatform.Api.Batching;
using LabelPlatform.Contracts.Inference;
using MassTransit;

namespace LabelPlatform.Api.Labeling.Stages;

internal sealed class PredictCall(IBus bus) : StageCall<OfGraph<TextToPredict>, PredictLabels, LabelsPredicted>(bus)
{
    public override string Stage => "Inference";

    public override string Work => "predict";

    public override int SizeOf(OfGraph<TextToPredict> item) =>
        64 + 3 * item.Value.Text.Length + 4 * item.Value.Words.Length + 24 * item.Value.Labels.Length;

    public override bool MayShare(OfGraph<TextToPredict> first, OfGraph<TextToPredict> next) => first.MayShare(next);

    protected override PredictLabels Compose(IReadOnlyList<OfGraph<TextToPredict>> items) =>
        new([.. items.Select(item => item.Value)], items.MergeAncestors());
}
