namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The stores to choose from.</summary>
public enum LabelGraphStoreKind
{
    /// <summary>One SQLite file.</summary>
    Embedded,

    /// <summary>Neo4j 5.26 or newer, over its HTTP Query API.</summary>
    Neo4j,
}
