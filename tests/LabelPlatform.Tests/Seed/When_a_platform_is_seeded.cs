using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.Contracts.Training;
using LabelPlatform.Seed;
using LabelPlatform.Tests.AllInOne;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Seed;

public sealed class When_a_platform_is_seeded
{
    // services/Seed/Sample/README.md
    private const int SampleLabels = 18;
    private const int SampleWords = 754;

    [Fact]
    public async Task Should_import_the_graph_and_have_its_models_trained()
    {
        var stub = new TrainingSchedulerStub();
        await using var host = await SeedHost.StartAsync(stub);

        (await host.SeedAsync()).ShouldBe(0);

        (host.Graph.Current.Labels.Count, host.Graph.Current.WordCount).ShouldBe((SampleLabels, SampleWords));
        (stub.Requested!.Dataset, stub.Requested.Promotion).ShouldBe(("d0123456789ab", PromotionRule.Always));
    }

    [Fact]
    public async Task Should_do_nothing_the_second_time()
    {
        var stub = new TrainingSchedulerStub { HasRun = true };
        await using var host = await SeedHost.StartAsync(stub);
        await host.SeedAsync();
        var version = host.Graph.Current.Version;

        (await host.SeedAsync()).ShouldBe(0);

        host.Graph.Current.Version.ShouldBe(version);
        stub.Requested.ShouldBeNull();
    }

    [Fact]
    public async Task Should_go_on_where_an_import_was_cut_off()
    {
        await using var host = await SeedHost.StartAsync(new TrainingSchedulerStub());
        await host.ImportAsync(LabelGraphPart.Tree, LabelGraphFormat.Json, await SampleFile.ReadAsync("label-tree.json", CancellationToken.None));

        (await host.SeedAsync()).ShouldBe(0);

        (host.Graph.Current.Labels.Count, host.Graph.Current.WordCount).ShouldBe((SampleLabels, SampleWords));
    }

    [Fact]
    public async Task Should_leave_a_graph_of_ones_own_alone()
    {
        var stub = new TrainingSchedulerStub();
        await using var host = await SeedHost.StartAsync(stub);
        await host.ImportAsync(LabelGraphPart.Tree, LabelGraphFormat.Tsv, "\t运动\n运动\t足球\n"u8.ToArray());

        (await host.SeedAsync()).ShouldBe(0);

        (host.Graph.Current.Labels.Count, host.Graph.Current.WordCount).ShouldBe((2, 0));
        stub.Registered.ShouldBeNull();
    }

    [Fact]
    public async Task Should_fail_with_a_reason_when_nobody_answers()
    {
        await using var host = await SeedHost.StartAsync(new TrainingSchedulerStub(), answers: false);

        (await host.SeedAsync()).ShouldBe(1);

        host.Log.Of(2205).ShouldHaveSingleItem().ShouldContain("GraphMatch does not answer.");
    }
}
