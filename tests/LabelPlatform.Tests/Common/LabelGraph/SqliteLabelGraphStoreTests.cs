using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.LabelGraph;

public sealed class SqliteLabelGraphStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("label-graph-");
    private readonly SqliteLabelGraphStore _store;

    public SqliteLabelGraphStoreTests() => _store = Open();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Load_ANewFile_IsEmpty()
    {
        var graph = await _store.LoadAsync(Cancelled);
        graph.IsEmpty.ShouldBeTrue();
        (await _store.GetVersionAsync(Cancelled)).ShouldBe(0);
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
            new(LabelGraphEditKind.DeleteWord, null, Word: "闪现"),
            new(LabelGraphEditKind.PutWord, "游戏", Word: "𠮷野家", Weight: 1),
            new(LabelGraphEditKind.DeleteLabel, "影视"),
        ];
        foreach (var edit in edits)
            (await writer.EditAsync(edit, Cancelled)).Edited.ShouldNotBeNull();

        var loaded = await _store.LoadAsync(Cancelled);
        loaded.Version.ShouldBe(edits.Length);
        LabelGraphSnapshotTests.ShouldBeSame(loaded, provider.Current);
        loaded.Words.ShouldBe(["𠮷野家"]);
        loaded.FindLabel("LOL")!.Parents.ShouldBe(["游戏"]);
    }

    [Fact]
    public async Task Write_OnAnOldVersion_IsRefusedAndChangesNothing()
    {
        using var other = Open();
        using var provider = await ProviderAsync(_store);
        using var otherProvider = await ProviderAsync(other);
        using var writer = new LabelGraphWriter(_store, provider, new VocabularyRules(_ => false));
        await writer.EditAsync(new LabelGraphEdit(LabelGraphEditKind.PutLabel, "a"), Cancelled);

        await Should.ThrowAsync<LabelGraphConflictException>(() => other.WriteAsync(new() { LabelsAdded = ["b"] }, 0, Cancelled));
        (await other.LoadAsync(Cancelled)).Labels.Select(label => label.Title).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Edit_WhenAnotherProcessWroteInTheMeantime_IsPlannedAgainOnItsGraph()
    {
        using var other = Open();
        using var provider = await ProviderAsync(_store);
        using var otherProvider = await ProviderAsync(other);
        using var writer = new LabelGraphWriter(_store, provider, new VocabularyRules(_ => false));
        using var otherWriter = new LabelGraphWriter(other, otherProvider, new VocabularyRules(_ => false));
        await writer.EditAsync(new LabelGraphEdit(LabelGraphEditKind.PutLabel, "a"), Cancelled);

        var result = await otherWriter.EditAsync(new LabelGraphEdit(LabelGraphEditKind.PutLabel, "b", ["a"]), Cancelled);

        result.Edited!.Version.ShouldBe(2);
        otherProvider.Current.FindLabel("b")!.Parents.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Load_AFileThatIsNoDatabase_SaysWhichFile()
    {
        var path = Path.Combine(_folder.FullName, "label-graph.db");
        await File.WriteAllTextAsync(path, new string('x', 4096), Cancelled);
        (await Should.ThrowAsync<LabelGraphStoreException>(() => _store.LoadAsync(Cancelled))).Message.ShouldContain(path);
    }

    private SqliteLabelGraphStore Open() =>
        new(Options.Create(new LabelGraphOptions { Path = Path.Combine(_folder.FullName, "label-graph.db") }));

    private static async Task<LabelGraphProvider> ProviderAsync(ILabelGraphStore store)
    {
        var provider = new LabelGraphProvider(store, [], NullLogger<LabelGraphProvider>.Instance);
        await provider.CheckAsync(Cancelled);
        return provider;
    }
}
