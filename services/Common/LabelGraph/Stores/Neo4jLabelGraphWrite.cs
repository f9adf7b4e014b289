using LabelPlatform.LabelGraph.Changes;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>The statements of one write to Neo4j, in its transaction.</summary>
internal sealed class Neo4jLabelGraphWrite(Neo4jTransaction transaction)
{
    private const int BatchSize = 5000;

    public async Task WriteAsync(LabelGraphChanges changes, CancellationToken cancellationToken)
    {
        // The original relates without a direction, and so it is matched; what is made points from the word to the label as there.
        await ForEachAsync(
            "MATCH (:Vocabulary {name: row[0]})-[related:Related]-(:Label {title: row[1]}) DELETE related",
            changes.WordsRemoved.Select(relation => new object[] { relation.Word, relation.Label }));
        await ForEachAsync(
            "MATCH (:Label {title: row[0]})-[contain:Contain]->(:Label {title: row[1]}) DELETE contain",
            changes.EdgesRemoved.Select(edge => new object[] { edge.Parent, edge.Child }));
        await ForEachAsync("MATCH (label:Label {title: row}) DETACH DELETE label", changes.LabelsRemoved);
        await ForEachAsync("MATCH (word:Vocabulary {name: row}) WHERE NOT EXISTS { (word)--() } DELETE word", changes.WordsVanished);
        await ForEachAsync("MERGE (:Label {title: row})", changes.LabelsAdded);
        await ForEachAsync(
            "MATCH (parent:Label {title: row[0]}) MATCH (child:Label {title: row[1]}) MERGE (parent)-[:Contain]->(child)",
            changes.EdgesAdded.Select(edge => new object[] { edge.Parent, edge.Child }));
        await ForEachAsync(
            """
            MATCH (label:Label {title: row[1]})
            MERGE (word:Vocabulary {name: row[0]})
            MERGE (word)-[related:Related]-(label)
            SET related.weight = toFloat(row[2])
            """,
            changes.WordsPut.Select(relation => new object[] { relation.Word, relation.Label, relation.Weight }));

        async Task ForEachAsync(string statement, IEnumerable<object> rows)
        {
            foreach (var batch in rows.Chunk(BatchSize))
                (await transaction.RunAsync($"UNWIND $rows AS row {statement}", new { rows = batch }, cancellationToken)).Dispose();
        }
    }
}
