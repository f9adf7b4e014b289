using LabelPlatform.Contracts.Scoring;

namespace LabelPlatform.Scoring;

/// <summary>The evidence for one label of a text, added up.</summary>
internal sealed class LabelTally(bool keepEvidence)
{
    public double Sum { get; private set; }

    public List<LabelEvidence>? Evidence { get; } = keepEvidence ? [] : null;

    public void Add(LabelEvidence evidence)
    {
        Sum += evidence.Value;
        Evidence?.Add(evidence);
    }
}
