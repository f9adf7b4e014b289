using LabelPlatform.Api.Batching;
using LabelPlatform.Contracts.GraphMatching;
using MassTransit;

namespace LabelPlatform.Api.Labeling.Stages;

internal sealed class MatchCall(IBus bus) : StageCall<TextToMatch, MatchLabels, LabelsMatched>(bus)
{
    public override string Stage => "GraphMatch";

    public override string Work => "match";

    public override int SizeOf(TextToMatch item) => 64 + item.Words.Sum(word => 4 + 3 * word.Length);

    protected override MatchLabels Compose(IReadOnlyList<TextToMatch> items) => new([.. items]);
}
