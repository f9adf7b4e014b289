using LabelPlatform.Contracts.GraphMatching;

namespace LabelPlatform.Api.Labeling.Stages;

/// <summary>What was made of a text's matches, with the reply that they came in.</summary>
internal readonly record struct OfGraph<T>(T Value, LabelsMatched Matched)
{
    /// <summary>A message speaks of one version of the graph: its ancestors must not contradict each other.</summary>
    public bool MayShare(OfGraph<T> other) => Matched.GraphVersion == other.Matched.GraphVersion;
}
