namespace LabelPlatform.LabelGraph.Stores;

/// <summary>Somebody else wrote to the label graph in the meantime.</summary>
public sealed class LabelGraphConflictException(long expectedVersion, long storedVersion)
    : Exception($"The label graph is at version {storedVersion}, not {expectedVersion}: it was changed by somebody else in the meantime. Try again")
{
    /// <summary>The version that the store holds.</summary>
    public long StoredVersion => storedVersion;
}
