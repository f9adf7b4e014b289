using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph;

/// <summary>
/// Prepares what a service derives from the graph. Registered in the container, called one after the other before a snapshot is published.
/// An observer must not depend on <see cref="LabelGraphProvider"/>.
/// </summary>
public interface ILabelGraphObserver
{
    /// <summary>A snapshot is about to become the current one. If this throws, it does not.</summary>
    /// <param name="snapshot">The new snapshot.</param>
    /// <param name="edit">The single edit that led to it from the one before; null when the graph was loaded or imported.</param>
    void OnChanged(LabelGraphSnapshot snapshot, LabelGraphEdit? edit);
}
