using System.Text.Json;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>Reads the whole graph from Neo4j. Titles and names that are no text, and words without a label, are not of it.</summary>
internal sealed class Neo4jLabelGraphLoad(Neo4jConnection connection, LabelGraphOptions options)
{
    private const string Tree = """
        MATCH (label:Label) WHERE label.title IS :: STRING NOT NULL
        RETURN label.title,
            [(parent:Label)-[:Contain]->(label) WHERE parent.title IS :: STRING NOT NULL | parent.title],
            COUNT { (label)-[:Related]-() }
        """;

    // A row a label: the Query API takes ten times as long for a row a word.
    private const string Vocabulary = """
        MATCH (label:Label) WHERE label.title IN $titles
        MATCH (label)-[related:Related]-(word:Vocabulary) WHERE word.name IS :: STRING NOT NULL AND word.name <> ''
        RETURN label.title, collect(word.name), collect(coalesce(toFloatOrNull(related.weight), $unweighted))
        """;

    private const int WordsPerPage = 20_000;

    public async Task<LabelGraphSnapshot> RunAsync(long version, CancellationToken cancellationToken)
    {
        var builder = new LabelGraphSnapshotBuilder(options.RootTitles);
        var next = Task.FromResult<Neo4jRows?>(null);
        foreach (var titles in Pages(await LoadTreeAsync(builder, cancellationToken)))
        {
            // Neo4j reads a page while the one before is compiled.
            using var page = await next;
            next = LoadPageAsync(titles, cancellationToken);
            Add(page, builder);
        }

        using (var last = await next)
            Add(last, builder);
        return builder.Build(version);
    }

    private async Task<Dictionary<string, long>> LoadTreeAsync(LabelGraphSnapshotBuilder builder, CancellationToken cancellationToken)
    {
        var words = new Dictionary<string, long>(StringComparer.Ordinal);
        using var rows = await connection.RunAsync(Tree, null, cancellationToken);
        foreach (var row in rows.Values)
        {
            var title = builder.AddLabel(row[0].GetString()!);
            foreach (var parent in row[1].EnumerateArray())
                builder.AddParent(title, parent.GetString()!);
            words[title] = words.GetValueOrDefault(title) + row[2].GetInt64();
        }

        return words;
    }

    private async Task<Neo4jRows?> LoadPageAsync(string[] titles, CancellationToken cancellationToken) =>
        await connection.RunAsync(Vocabulary, new { titles, unweighted = GraphNames.DefaultWeight }, cancellationToken);

    private static void Add(Neo4jRows? page, LabelGraphSnapshotBuilder builder)
    {
        if (page is null)
            return;
        foreach (var row in page.Values)
        {
            var title = builder.AddLabel(row[0].GetString()!);
            foreach (var (word, weight) in row[1].EnumerateArray().Zip(row[2].EnumerateArray()))
                builder.AddWord(word.GetString()!, title, WeightOf(weight));
        }
    }

    /// <summary>The original takes any number; outside (0, 1] it would break what is promised of weights.</summary>
    private static double WeightOf(JsonElement weight) =>
        weight.ValueKind == JsonValueKind.Number && GraphNames.IsWeight(weight.GetDouble()) ? weight.GetDouble() : GraphNames.DefaultWeight;

    private static IEnumerable<string[]> Pages(Dictionary<string, long> words)
    {
        var page = new List<string>();
        var count = 0L;
        foreach (var (title, ofTitle) in words.Where(label => label.Value > 0))
        {
            if (count > 0 && count + ofTitle > WordsPerPage)
            {
                yield return [.. page];
                (page, count) = ([], 0);
            }

            page.Add(title);
            count += ofTitle;
        }

        if (page.Count > 0)
            yield return [.. page];
    }
}
