using LabelPlatform.Datasets.Reading;
using LabelPlatform.Trainer.Jobs;
using LabelPlatform.Trainer.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer;

public sealed class When_trainers_share_a_feature_table : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("labelplatform-table-");

    private string Table => Path.Combine(_folder.FullName, "tables", "features.bin");

    [Fact]
    public async Task Should_wait_for_the_one_that_makes_it()
    {
        var mine = Rows("排位赛打得真好");
        var holder = Path.Combine(_folder.FullName, "other.bin");
        var others = FeatureTables.GetOrBuild(holder, Rows("新电影真好看极了"), CancellationToken.None);
        Directory.CreateDirectory(Path.GetDirectoryName(Table)!);
        Task<int> waiting;
        using (new FileStream(Table + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = Task.Run(() => FeatureTables.GetOrBuild(Table, mine, CancellationToken.None).Count);
            File.Move(holder, Table);
        }

        (await waiting.WaitAsync(Patience)).ShouldBe(others.Count);
    }

    [Fact]
    public void Should_not_wait_when_cancelled()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Table)!);
        using var held = new FileStream(Table + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Should.Throw<OperationCanceledException>(() => FeatureTables.GetOrBuild(Table, Rows("排位赛打得真好"), new CancellationToken(canceled: true)));

        File.Exists(Table).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_make_it_once()
    {
        var rows = Rows("排位赛打得真好");
        using var start = new Barrier(4);

        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return FeatureTables.GetOrBuild(Table, rows, CancellationToken.None).Count;
            },
            TaskCreationOptions.LongRunning))).WaitAsync(Patience);

        counts.Distinct().ShouldHaveSingleItem().ShouldBeGreaterThan(0);
        Directory.EnumerateFiles(Path.GetDirectoryName(Table)!).Select(Path.GetFileName).ShouldBe(["features.bin", "features.bin.lock"], ignoreOrder: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Sixty rows of the same words, of which those that are for training have them all often enough.
    private TrainingRows Rows(string text)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():n}.csv");
        File.WriteAllText(path, "text,label\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{text}{i},游戏\n")));
        return TrainingRows.Read(new TrainingJob { Label = "游戏", Model = "game", Version = 1, Dataset = path, Format = DatasetFormat.Csv, Output = "unused" });
    }
}
