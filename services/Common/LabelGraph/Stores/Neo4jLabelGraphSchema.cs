namespace LabelPlatform.LabelGraph.Stores;

/// <summary>
/// Makes a database ready to be written to: one node per title and per word, and constraints that keep it so. The graph means the same
/// before and after, so it keeps its version; whatever was interrupted goes on at the next write.
/// </summary>
internal sealed class Neo4jLabelGraphSchema(Neo4jConnection connection) : IDisposable
{
    private const int WordsPerTransaction = 5000;

    // What a relation weighs when it is read: see Neo4jLabelGraphLoad.
    private const string KeepHigherWeight = """
        ON CREATE SET kept.weight = related.weight
        ON MATCH SET kept.weight = CASE
            WHEN coalesce(toFloatOrNull(kept.weight), 0.75) >= coalesce(toFloatOrNull(related.weight), 0.75) THEN kept.weight
            ELSE related.weight END
        """;

    private const string MoveOtherRelations = """
        CALL (first, other) {
            MATCH (other)-[relation]->(end) WHERE NOT type(relation) IN ['Related', 'Contain']
            CREATE (first)-[moved:$(type(relation))]->(end) SET moved = properties(relation)
        }
        CALL (first, other) {
            MATCH (other)<-[relation]-(start) WHERE NOT type(relation) IN ['Related', 'Contain']
            CREATE (first)<-[moved:$(type(relation))]-(start) SET moved = properties(relation)
        }
        DETACH DELETE other
        RETURN count(other)
        """;

    private const string MergeWords = $$"""
        {{Neo4jLabelGraphStore.Lock}}
        WITH graph
        MATCH (word:Vocabulary) WHERE word.name IS NOT NULL
        WITH word.name AS name, collect(word) AS same WHERE size(same) > 1
        WITH same[0] AS first, same[1..] AS others LIMIT $limit
        UNWIND others AS other
        CALL (first, other) {
            MATCH (other)-[related:Related]-(label:Label)
            MERGE (first)-[kept:Related]-(label)
            {{KeepHigherWeight}}
        }
        {{MoveOtherRelations}}
        """;

    // One title at a time: labels are related to each other.
    private const string MergeLabels = $$"""
        {{Neo4jLabelGraphStore.Lock}}
        WITH graph
        MATCH (label:Label) WHERE label.title IS NOT NULL
        WITH label.title AS title, collect(label) AS same WHERE size(same) > 1
        WITH same[0] AS first, same[1..] AS others LIMIT 1
        UNWIND others AS other
        CALL (first, other) {
            MATCH (other)-[related:Related]-(word:Vocabulary)
            MERGE (word)-[kept:Related]-(first)
            {{KeepHigherWeight}}
        }
        CALL (first, other) {
            MATCH (parent:Label)-[:Contain]->(other) WHERE parent <> first
            MERGE (parent)-[:Contain]->(first)
        }
        CALL (first, other) {
            MATCH (other)-[:Contain]->(child:Label) WHERE child <> first
            MERGE (first)-[:Contain]->(child)
        }
        {{MoveOtherRelations}}
        """;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile bool _ensured;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_ensured)
            return;
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!_ensured && !await HasConstraintsAsync(cancellationToken))
                await CreateAsync(cancellationToken);
            _ensured = true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<bool> HasConstraintsAsync(CancellationToken cancellationToken)
    {
        const string Statement = """
            SHOW CONSTRAINTS YIELD name
            WHERE name IN ['label_graph_id_unique', 'label_title_unique', 'vocabulary_name_unique']
            RETURN count(*)
            """;
        using var rows = await connection.RunAsync(Statement, null, cancellationToken);
        return rows.Number == 3;
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        // The first, so that two processes that start on a new database lock the same node.
        await RunAsync("CREATE CONSTRAINT label_graph_id_unique IF NOT EXISTS FOR (graph:LabelGraph) REQUIRE graph.id IS UNIQUE");
        await UntilNoneIsLeftAsync(MergeLabels);
        await RunAsync("CREATE CONSTRAINT label_title_unique IF NOT EXISTS FOR (label:Label) REQUIRE label.title IS UNIQUE");
        await UntilNoneIsLeftAsync(MergeWords);
        await RunAsync("CREATE CONSTRAINT vocabulary_name_unique IF NOT EXISTS FOR (word:Vocabulary) REQUIRE word.name IS UNIQUE");

        async Task RunAsync(string statement) => (await connection.RunAsync(statement, null, cancellationToken)).Dispose();

        async Task UntilNoneIsLeftAsync(string merge)
        {
            long merged;
            do
            {
                using var rows = await connection.RunAsync(merge, new { limit = WordsPerTransaction }, cancellationToken);
                merged = rows.Number;
            }
            while (merged > 0);
        }
    }
}
