using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ModelsConfig;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_model_servers_load_versions : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly FakeWorker _worker;
    private FakeModelServer _server = null!;
    private SchedulerHost _host = null!;

    public When_model_servers_load_versions() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _server = await FakeModelServer.StartAsync();
        _host = await SchedulerHost.StartAsync(new() { ["Training:ModelServers:0"] = _server.Url, ["Training:PromotionIntervalSeconds"] = "0" });
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_be_live_when_they_have_it_and_not_before()
    {
        var version = await TrainAsync();
        await UntilAsync(model => model.Problem == $"{_server.Url} has not heard of it yet");
        _server.Say(version, "LOADING");
        await UntilAsync(model => model.Problem == $"{_server.Url} is at LOADING");
        (await _host.ModelAsync("lol")).State.ShouldBe("publishing");
        _host.Received<ModelVersionPublished>().Messages.ShouldBeEmpty();

        _server.Say(version, "AVAILABLE");

        (await _host.Received<ModelVersionPublished>().FirstAsync()).ShouldBe(new ModelVersionPublished("lol", "LOL", version));
        (await _host.ModelAsync("lol")).State.ShouldBe("live");
    }

    [Fact]
    public async Task Should_hold_the_next_promotion_until_they_have_the_last()
    {
        var first = await TrainAsync();
        await UntilAsync(model => model.LiveVersion == first);
        var second = await TrainAsync();

        var waiting = await UntilAsync(model => model.WantedVersion == second);
        (waiting.LiveVersion, waiting.State).ShouldBe((first, "publishing"));
        _server.Say(second, "AVAILABLE");
        _server.Say(first, "AVAILABLE");

        var live = await UntilAsync(model => model is { State: "live" } && model.LiveVersion == second);
        live.PreviousVersion.ShouldBe(first);
    }

    [Fact]
    public async Task Should_say_why_they_cannot_and_go_back_to_what_they_have()
    {
        var first = await TrainAsync();
        _server.Say(first, "AVAILABLE");
        await UntilAsync(model => model.State == "live");
        var second = await TrainAsync();
        _server.Say(second, "END", "The kernel of node dense is missing");

        var failing = await UntilAsync(model => model.State == "failing");
        failing.Problem.ShouldBe($"{_server.Url} says: The kernel of node dense is missing");
        (failing.LiveVersion, failing.PreviousVersion).ShouldBe((second, first), "the one before still answers");

        await _host.AskAsync<ModelPromoted>(new RollBackModel("lol"));
        await UntilAsync(model => model.State == "live" && model.LiveVersion == first);
        ((SpecificVersions)ModelsConfigReader.Read(_host.ModelsConfig).Single().VersionPolicy).Versions.ShouldBe([first]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<long> TrainAsync()
    {
        await _host.RegisterAsync("text,label\n一局游戏,LOL\n", "one");
        var run = (await _host.AskAsync<TrainingRunFound>(new RequestTraining(
            Guid.NewGuid(), "one", [new LabelToTrain("LOL", "lol")], new TrainingParameters(), Promotion: PromotionRule.Always))).Run;
        await _worker.SampleAsync();
        var start = await _worker.Started.FirstAsync(start => start.JobId == run.Jobs[0].JobId);
        await _worker.SucceedAsync(start);
        await _host.Received<TrainingRunCompleted>().FirstAsync(completed => completed.RunId == run.RunId);
        return start.Order.Version;
    }

    /// <summary>Asks until the model is as expected: what the scheduler hears from a server is no message.</summary>
    private async Task<ModelDetails> UntilAsync(Func<ModelDetails, bool> isExpected)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var model = await _host.ModelAsync("lol");
            if (isExpected(model))
                return model;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
