using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>
/// Where the label graph is kept. Every method throws <see cref="LabelGraphStoreException"/>, with a message for people, when the store
/// cannot be reached or fails.
/// </summary>
public interface ILabelGraphStore
{
    /// <summary>Where it is, for people.</summary>
    string Location { get; }

    /// <summary>The version kept now; 0 when the platform has never written to it.</summary>
    Task<long> GetVersionAsync(CancellationToken cancellationToken);

    /// <summary>Loads the whole graph, all of it of one version.</summary>
    Task<LabelGraphSnapshot> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Writes changes in one transaction and raises the version by one.</summary>
    /// <param name="changes">What changes against the expected version.</param>
    /// <param name="expectedVersion">The version that the changes were planned on.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    /// <exception cref="LabelGraphConflictException">The store holds another version by now; nothing was written.</exception>
    Task WriteAsync(LabelGraphChanges changes, long expectedVersion, CancellationToken cancellationToken);
}
