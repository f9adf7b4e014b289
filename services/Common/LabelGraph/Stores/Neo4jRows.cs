using System.Text.Json;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>What a statement returned.</summary>
internal sealed class Neo4jRows(JsonDocument answer) : IDisposable
{
    /// <summary>The rows, each an array of the values in the statement's order.</summary>
    public JsonElement.ArrayEnumerator Values => answer.RootElement.GetProperty("data").GetProperty("values").EnumerateArray();

    /// <summary>The only value of the only row, a whole number.</summary>
    public long Number => Values.Single()[0].GetInt64();

    public void Dispose() => answer.Dispose();
}
