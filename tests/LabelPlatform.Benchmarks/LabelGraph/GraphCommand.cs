using System.Diagnostics;
using System.Globalization;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Benchmarks.LabelGraph;

/// <summary>
/// <c>graph [URL of an empty Neo4j]</c>: writes 500,000 words of 1,000 labels to a store, loads them into a snapshot, and edits single words. The
/// store is the embedded one, or Neo4j with <c>LabelGraph__Neo4j__Password</c>.
/// </summary>
internal static class GraphCommand
{
    public const string Name = "graph";

    private const int Labels = 1_000;
    private const int Words = 500_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("label-graph-");
        try
        {
            var options = Options.Create(new LabelGraphOptions { Path = Path.Combine(folder.FullName, "graph.db") });
            await RunAsync(arguments is [var url] ? () => OpenNeo4j(url, options) : () => new SqliteLabelGraphStore(options));
            return 0;
        }
        catch (LabelGraphStoreException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(Func<ILabelGraphStore> open)
    {
        var store = open();
        if ((await store.LoadAsync(CancellationToken.None)).WordCount > 0)
            throw new LabelGraphStoreException($"{store.Location} is not empty: the benchmark would add to it.");
        Console.WriteLine($"{Words:N0} words of {Labels:N0} labels in {store.Location}");
        await MeasureAsync("write", () => WriteAsync(store));

        // Two processes' providers; the second one hears of edits as over the bus.
        using var writing = new LabelGraphProvider(open(), [], NullLogger<LabelGraphProvider>.Instance);
        using var replica = new LabelGraphProvider(open(), [], NullLogger<LabelGraphProvider>.Instance);
        await MeasureAsync("load", () => writing.CheckAsync(CancellationToken.None));
        await MeasureAsync("load again", () => replica.CheckAsync(CancellationToken.None));

        using var writer = new LabelGraphWriter(open(), writing, new VocabularyRules(_ => false));
        for (var i = 0; i < 5; i++)
            await EditAsync(writer, replica, $"新词{i}");
    }

    private static async Task EditAsync(LabelGraphWriter writer, LabelGraphProvider replica, string word)
    {
        var edit = new LabelGraphEdit(LabelGraphEditKind.PutWord, "标签7", Word: word, Weight: 0.8);
        var start = Stopwatch.GetTimestamp();
        var result = await writer.EditAsync(edit, CancellationToken.None);
        var written = Stopwatch.GetElapsedTime(start);
        await replica.RefreshAsync(new LabelGraphChanged(result.Edited!.Version, edit), CancellationToken.None);
        var all = Stopwatch.GetElapsedTime(start);
        if (replica.Current.FindLabels(word).Count == 0)
            throw new LabelGraphStoreException($"{word} did not reach the replica.");
        Console.WriteLine($"  edit        {written.TotalMilliseconds,8:N1} ms written and current, {all.TotalMilliseconds:N1} ms in the replica too");
    }

    private static async Task MeasureAsync(string what, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        Console.WriteLine($"  {what,-12}{Stopwatch.GetElapsedTime(start).TotalMilliseconds,8:N0} ms");
    }

    /// <summary>A tree of three levels, and words of two to four characters that are each of one label; one transaction for each tenth of them.</summary>
    private static async Task WriteAsync(ILabelGraphStore store)
    {
        var labels = Enumerable.Range(0, Labels).Select(i => $"标签{i}").ToArray();
        var edges = labels.Skip(10).Select((label, i) => new LabelEdge(labels[(i + 10) / 10], label)).ToArray();
        await store.WriteAsync(new LabelGraphChanges { LabelsAdded = labels, EdgesAdded = edges }, 0, CancellationToken.None);
        var version = 1;
        foreach (var words in CreateWords().Chunk(Words / 10))
        {
            WeightedWordRelation[] relations = [.. words.Select((word, i) => new WeightedWordRelation(word, labels[i % Labels], 0.5))];
            await store.WriteAsync(new LabelGraphChanges { WordsPut = relations }, version++, CancellationToken.None);
        }
    }

    private static HashSet<string> CreateWords()
    {
        var random = new Random(1);
        var words = new HashSet<string>(Words);
        while (words.Count < Words)
            words.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => (char)random.Next(0x4E00, 0x9FA6))));
        return words;
    }

    private static Neo4jLabelGraphStore OpenNeo4j(string url, IOptions<LabelGraphOptions> options) =>
        new(Options.Create(new Neo4jOptions { Url = url, Password = Environment.GetEnvironmentVariable("LabelGraph__Neo4j__Password") ?? "" }), options);
}
