using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;
using LabelPlatform.LabelGraph.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.LabelGraph;

public sealed class Neo4jLabelGraphStoreTests(TestEnvironment environment) : IAsyncLifetime
{
    // 吃鸡 hangs below two parents and 综艺 is named again, so the original makes two nodes of each.
    private static readonly (string, string[])[] OriginalTree =
    [
        ("泛娱乐", ["游戏", "影视", "美妆"]),
        ("游戏", ["LOL", "吃鸡"]),
        ("影视", ["吃鸡", "综艺"]),
        ("综艺", ["真人秀"]),
        ("美妆", ["综艺"]),
    ];

    private static readonly (string, string, double)[] OriginalWords =
    [
        ("闪现", "LOL", 0.6), ("闪现", "LOL", 0.9), ("闪现", "LOL", 0.7), ("皮肤", "LOL", 0.5), ("皮肤", "美妆", 0.75), ("跳伞", "吃鸡", 0.8),
        ("电影", "没有这个标签", 0.8), ("他说\"'\\", "影视", 0.55),
    ];

    private Neo4jAddress _address = null!;
    private Neo4jClient _neo4j = null!;
    private Neo4jLabelGraphStore _store = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _address = await environment.Neo4jAsync();
        _neo4j = new Neo4jClient(_address);
        await _neo4j.ClearAsync();
        _store = Open();
    }

    public ValueTask DisposeAsync()
    {
        _store?.Dispose();
        _neo4j?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Load_AnEmptyDatabase_IsEmpty()
    {
        (await _store.LoadAsync(Cancelled)).IsEmpty.ShouldBeTrue();
        (await _store.GetVersionAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Load_AGraphOfTheOriginal_MeansWhatItMeantThere()
    {
        await OriginalGraph.WriteAsync(_neo4j, OriginalTree, OriginalWords);
        await _neo4j.QueryAsync("MATCH (l:Label {title: '影视'}) CREATE (l)-[:Related {weight: 0.65}]->(:Vocabulary {name: '主演'})");
        await _neo4j.QueryAsync("MATCH (l:Label {title: '影视'}) CREATE (:Vocabulary {name: '票房'})-[:Related]->(l), (:Vocabulary)-[:Related]->(l), (:Label)");

        var graph = await _store.LoadAsync(Cancelled);

        graph.Version.ShouldBe(0);
        graph.IsEmpty.ShouldBeFalse();
        ShouldMeanWhatTheOriginalMeant(graph);
        graph.FindLabels("主演").ShouldBe([new LabelWeight("影视", 0.65)]);
        graph.FindLabels("票房").ShouldBe([new LabelWeight("影视", 0.75)]);
        graph.WordCount.ShouldBe(6);
    }

    [Fact]
    public async Task Write_TheFirstToAGraphOfTheOriginal_MergesItsDuplicatesAndKeepsItsMeaning()
    {
        await OriginalGraph.WriteAsync(_neo4j, OriginalTree, OriginalWords);
        await _neo4j.QueryAsync("MATCH (v:Vocabulary {name: '闪现'}) CREATE (v)-[:SeenIn {times: 1}]->(:Corpus), (v)<-[:Names]-(:Corpus)");
        (await NumberAsync("MATCH (v:Vocabulary {name: '闪现'}) RETURN count(v)")).ShouldBe(3);
        (await NumberAsync("MATCH (l:Label {title: '综艺'}) RETURN count(l)")).ShouldBe(2);

        await _store.WriteAsync(new LabelGraphChanges { WordsPut = [new("皮肤", "游戏", 1)] }, 0, Cancelled);

        var graph = await _store.LoadAsync(Cancelled);
        graph.Version.ShouldBe(1);
        ShouldMeanWhatTheOriginalMeant(graph, ("皮肤", new LabelWeight("游戏", 1)));
        (await NumberAsync("MATCH (v:Vocabulary) WITH v.name AS name, count(*) AS nodes WHERE nodes > 1 RETURN count(*)")).ShouldBe(0);
        (await NumberAsync("MATCH (l:Label) WITH l.title AS title, count(*) AS nodes WHERE nodes > 1 RETURN count(*)")).ShouldBe(0);
        (await NumberAsync("MATCH (:Vocabulary {name: '闪现'})-[r:Related]-(:Label {title: 'LOL'}) RETURN count(r)")).ShouldBe(1);
        (await NumberAsync("MATCH (:Vocabulary {name: '闪现'})-[:SeenIn {times: 1}]->(:Corpus) RETURN count(*)")).ShouldBe(3);
        (await NumberAsync("MATCH (:Vocabulary {name: '闪现'})<-[:Names]-(:Corpus) RETURN count(*)")).ShouldBe(3);
        await Should.ThrowAsync<HttpRequestException>(() => _neo4j.QueryAsync("CREATE (:Vocabulary {name: '闪现'})"));
        await Should.ThrowAsync<HttpRequestException>(() => _neo4j.QueryAsync("CREATE (:Label {title: '综艺'})"));
    }

    [Fact]
    public async Task Load_AfterEdits_GivesTheSnapshotTheyLedTo()
    {
        using var provider = await ProviderAsync(_store);
        using var writer = new LabelGraphWriter(_store, provider, new VocabularyRules(_ => false));
        LabelGraphEdit[] edits =
        [
            new(LabelGraphEditKind.PutLabel, "泛娱乐"),
            new(LabelGraphEditKind.PutLabel, "游戏", ["泛娱乐"]),
            new(LabelGraphEditKind.PutLabel, "LOL", ["泛娱乐"]),
            new(LabelGraphEditKind.PutLabel, "LOL", ["游戏"]),
            new(LabelGraphEditKind.PutLabel, "影视", ["泛娱乐"]),
            new(LabelGraphEditKind.PutWord, "LOL", Word: "闪现", Weight: 0.7),
            new(LabelGraphEditKind.PutWord, "LOL", Word: "闪现", Weight: 0.1),
            new(LabelGraphEditKind.PutWord, "影视", Word: "闪现"),
            new(LabelGraphEditKind.PutWord, "影视", Word: "主演"),
            new(LabelGraphEditKind.PutWord, "影视", Word: "他说\"'})\\u0027 DETACH"),
            new(LabelGraphEditKind.DeleteWord, null, Word: "闪现"),
            new(LabelGraphEditKind.PutWord, "游戏", Word: "𠮷野家", Weight: 1),
            new(LabelGraphEditKind.DeleteLabel, "影视"),
        ];
        foreach (var edit in edits)
            (await writer.EditAsync(edit, Cancelled)).Edited.ShouldNotBeNull();

        var loaded = await _store.LoadAsync(Cancelled);
        loaded.Version.ShouldBe(edits.Length);
        Lines(loaded).ShouldBe(Lines(provider.Current));
        loaded.Words.ShouldBe(["𠮷野家"]);
        loaded.FindLabel("LOL")!.Ancestors.ShouldBe(["游戏"]);
        (await NumberAsync("MATCH (:Vocabulary {name: '𠮷野家'})-[r:Related]->(:Label {title: '游戏'}) RETURN toInteger(r.weight)")).ShouldBe(1);
        (await NumberAsync("MATCH (:Label {title: '泛娱乐'})-[:Contain]->(:Label)-[:Contain]->(l:Label) RETURN count(l)")).ShouldBe(1);
        (await NumberAsync("MATCH (v:Vocabulary) RETURN count(v)")).ShouldBe(1);
    }

    [Fact]
    public async Task Write_OnAnOldVersion_IsRefusedAndChangesNothing()
    {
        using var other = Open();
        await _store.WriteAsync(new LabelGraphChanges { LabelsAdded = ["a"] }, 0, Cancelled);

        var conflict = await Should.ThrowAsync<LabelGraphConflictException>(
            () => other.WriteAsync(new LabelGraphChanges { LabelsAdded = ["b"] }, 0, Cancelled));

        conflict.StoredVersion.ShouldBe(1);
        (await other.LoadAsync(Cancelled)).Labels.Select(label => label.Title).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Write_TwoProcessesAtOnceOnANewDatabase_OneIsRefused()
    {
        using var other = Open();
        var writes = new[] { (_store, "a"), (other, "b") }
            .Select(async write =>
            {
                try
                {
                    await write.Item1.WriteAsync(new LabelGraphChanges { LabelsAdded = [write.Item2] }, 0, Cancelled);
                    return true;
                }
                catch (LabelGraphConflictException)
                {
                    return false;
                }
            });

        (await Task.WhenAll(writes)).Count(written => written).ShouldBe(1);
        var graph = await _store.LoadAsync(Cancelled);
        graph.Version.ShouldBe(1);
        graph.Labels.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Load_WhileAnotherProcessWrites_IsOfOneVersion()
    {
        using var other = Open();
        string[] labels = [.. Enumerable.Range(0, 50).Select(i => $"标签{i}")];
        await _store.WriteAsync(new LabelGraphChanges { LabelsAdded = labels, WordsPut = VersionWords(labels, 1) }, 0, Cancelled);
        var writing = WriteAsync(until: 40);

        var versions = new List<long>();
        do
        {
            var graph = await other.LoadAsync(Cancelled);
            versions.Add(graph.Version);
            graph.FindLabels("版本").Select(label => label.Weight).Distinct().ShouldBe([graph.Version / 100.0]);
        }
        while (!writing.IsCompleted);

        await writing;
        versions.ShouldBeInOrder(SortDirection.Ascending);
        (await other.LoadAsync(Cancelled)).Version.ShouldBe(40);

        async Task WriteAsync(int until)
        {
            for (var version = 1; version < until; version++)
                await _store.WriteAsync(new LabelGraphChanges { WordsPut = VersionWords(labels, version + 1) }, version, Cancelled);
        }
    }

    [Fact]
    public async Task GetVersion_WithAWrongPassword_NamesTheSettings()
    {
        using var store = Open(options => options.Password = "wrong");
        (await Should.ThrowAsync<LabelGraphStoreException>(() => store.GetVersionAsync(Cancelled))).Message
            .ShouldContain("check LabelGraph:Neo4j:Username and LabelGraph:Neo4j:Password");
    }

    [Fact]
    public async Task GetVersion_OfADatabaseThatIsNotThere_NamesIt()
    {
        using var store = Open(options => options.Database = "none");
        (await Should.ThrowAsync<LabelGraphStoreException>(() => store.GetVersionAsync(Cancelled))).Message.ShouldContain("/db/none");
    }

    private static WeightedWordRelation[] VersionWords(string[] labels, int version) =>
        [.. labels.Select(label => new WeightedWordRelation("版本", label, version / 100.0))];

    private static void ShouldMeanWhatTheOriginalMeant(LabelGraphSnapshot graph, params (string Word, LabelWeight Weight)[] more)
    {
        graph.Labels.Select(label => $"{label.Title} < {string.Join(' ', label.Parents)}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "LOL < 游戏", "吃鸡 < 影视 游戏", "影视 < 泛娱乐", "泛娱乐 < ", "游戏 < 泛娱乐", "真人秀 < 综艺", "综艺 < 影视 美妆", "美妆 < 泛娱乐",
        ]);
        LabelWeight[] skin = [new("LOL", 0.5), new("美妆", 0.75)];
        graph.FindLabels("闪现").ShouldBe([new LabelWeight("LOL", 0.9)]);
        graph.FindLabels("皮肤").ShouldBe(skin.Concat(more.Select(word => word.Weight)).OrderBy(label => label.Label, StringComparer.Ordinal));
        graph.FindLabels("跳伞").ShouldBe([new LabelWeight("吃鸡", 0.8)]);
        graph.FindLabels("电影").ShouldBeEmpty();
        graph.FindLabels("他说\"'\\").ShouldBe([new LabelWeight("影视", 0.55)]);
    }

    private static string[] Lines(LabelGraphSnapshot graph) =>
    [
        .. graph.Labels.OrderBy(label => label.Title, StringComparer.Ordinal).Select(label =>
            $"{label.Title} < {string.Join(' ', label.Parents)} > {string.Join(' ', label.Children)}: {string.Join(' ', label.Words)}"),
        .. graph.Words.Order(StringComparer.Ordinal).Select(word => $"{word}: {string.Join(' ', graph.FindLabels(word))}"),
    ];

    private async Task<int> NumberAsync(string statement) => (await _neo4j.QueryAsync(statement))[0]![0]!.GetValue<int>();

    private Neo4jLabelGraphStore Open(Action<Neo4jOptions>? configure = null)
    {
        var options = new Neo4jOptions { Url = _address.Url, Username = _address.Username, Password = _address.Password };
        configure?.Invoke(options);
        return new Neo4jLabelGraphStore(Options.Create(options), Options.Create(new LabelGraphOptions()));
    }

    private static async Task<LabelGraphProvider> ProviderAsync(ILabelGraphStore store)
    {
        var provider = new LabelGraphProvider(store, [], NullLogger<LabelGraphProvider>.Instance);
        await provider.CheckAsync(Cancelled);
        return provider;
    }
}
