using System.Security.Cryptography;
using System.Text;
using LabelPlatform.Contracts.Datasets;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_a_dataset_is_registered : IAsyncLifetime
{
    private const string Rows = "text,label\n一局游戏,LOL\n一部电影,影视\n一部电影,影视\n";
    private SchedulerHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SchedulerHost.StartAsync();

    [Fact]
    public async Task Should_keep_it_with_its_report()
    {
        var dataset = await _host.RegisterAsync(Rows, "rows");

        dataset.Hash.ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Rows))));
        (dataset.Rows, dataset.Bytes, dataset.Name).ShouldBe((3, Encoding.UTF8.GetByteCount(Rows), "rows"));
        var report = dataset.Report.ShouldNotBeNull();
        report.Labels.Sum(label => label.Training + label.Validation + label.Test).ShouldBe(3);
        report.Findings.ShouldContain(finding => finding.Kind == "duplicate" && finding.Rows == 1 && finding.Examples[0].Line == 3);
        var found = (await _host.AskAsync<DatasetFound>(new GetDataset("rows"))).Dataset;
        (found.Id, found.Hash).ShouldBe((dataset.Id, dataset.Hash));
    }

    [Fact]
    public async Task Should_be_the_same_when_it_comes_again()
    {
        var first = await _host.RegisterAsync(Rows);
        var again = await _host.RegisterAsync(Rows, "named later");

        again.Id.ShouldBe(first.Id);
        (await _host.AskAsync<DatasetsFound>(new GetDatasets())).Datasets.ShouldHaveSingleItem().Name.ShouldBe("named later");
    }

    [Fact]
    public async Task Should_give_a_name_to_the_newest()
    {
        await _host.RegisterAsync(Rows, "rows");
        var newer = await _host.RegisterAsync(Rows + "一首歌,\n", "rows");

        (await _host.AskAsync<DatasetFound>(new GetDataset("rows"))).Dataset.Id.ShouldBe(newer.Id);
        (await _host.AskAsync<DatasetsFound>(new GetDatasets())).Datasets.Select(dataset => dataset.Name).ShouldBe(["rows", null]);
    }

    [Fact]
    public async Task Should_refuse_bad_lines_and_keep_nothing()
    {
        var rejected = await _host.AskAsync<DatasetRejected>(
            new RegisterDataset(await _host.StoreAsync("text,label\n一局游戏,LOL\n一个,两个,三个\n,影视\n"), DatasetFileFormat.Csv));

        rejected.Reason.ShouldBe("2 bad lines; nothing was kept. Mend or remove them.");
        rejected.Issues.Select(issue => issue.Line).ShouldBe([3, 4]);
        (await _host.AskAsync<DatasetsFound>(new GetDatasets())).Datasets.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatasetFileFormat.Sample, null)]
    [InlineData(DatasetFileFormat.Csv, "影视")]
    public async Task Should_refuse_a_label_where_it_says_nothing(DatasetFileFormat format, string? label) =>
        (await _host.AskAsync<DatasetRejected>(new RegisterDataset(await _host.StoreAsync("1\t一部电影\n"), format, Label: label))).Reason
            .ShouldBe("The label that 1 stands for belongs to a sample file, and to no other.");

    [Fact]
    public async Task Should_read_samples_of_the_original()
    {
        var dataset = (await _host.AskAsync<DatasetRegistered>(
            new RegisterDataset(await _host.StoreAsync("1\t一部电影\n0\t一局游戏\n"), DatasetFileFormat.Sample, Label: "影视"))).Dataset;

        (dataset.Rows, dataset.Label).ShouldBe((2, "影视"));
        dataset.Report!.Labels.ShouldHaveSingleItem().Label.ShouldBe("影视");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
