using LabelPlatform.IntegrationTests.Infrastructure;

namespace LabelPlatform.IntegrationTests.LabelGraph;

/// <summary>Writes a graph as the original's scripts do (original-behaviour.md §2.2, §2.4).</summary>
internal static class OriginalGraph
{
    public static async Task WriteAsync(
        Neo4jClient neo4j,
        IEnumerable<(string Parent, string[] Children)> tree,
        IEnumerable<(string Word, string Label, double Weight)> words)
    {
        foreach (var (parent, children) in tree)
        {
            await neo4j.QueryAsync("MERGE (p:Label {title: $parent})", new { parent });
            foreach (var child in children)
            {
                await neo4j.QueryAsync(
                    "CREATE (c:Label {title: $child}) SET c.name = $child WITH c MATCH (p:Label {title: $parent}) MERGE (p)-[:Contain]-(c)",
                    new { parent, child });
            }
        }

        foreach (var (word, label, weight) in words)
        {
            await neo4j.QueryAsync("CREATE (:Vocabulary {name: $word, order: $weight})", new { word, weight });
            await neo4j.QueryAsync(
                "MATCH (v:Vocabulary {name: $word, order: $weight}), (l:Label {title: $label}) REMOVE v.order MERGE (v)-[r:Related {weight: $weight}]-(l)",
                new { word, label, weight });
        }
    }
}
