namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The store of the label graph cannot be reached or failed. The message says which, and what can be done.</summary>
public sealed class LabelGraphStoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the same may well succeed when it is tried again at once.</summary>
    public bool IsTransient { get; init; }
}
