using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ModelsConfig;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_versions_are_promoted : IAsyncLifetime
{
    private readonly FakeWorker _worker;
    private SchedulerHost _host = null!;

    public When_versions_are_promoted() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync(new() { ["Training:KeepVersions"] = "1", ["Training:PromotionIntervalSeconds"] = "0" }, prepare: host =>
        {
            Directory.CreateDirectory(host.Models);
            File.WriteAllText(
                Path.Combine(host.Models, "models.config"),
                "model_config_list { config { name: \"by_hand\" base_path: \"/models/by_hand\" model_platform: \"tensorflow\" } }");
        });
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_go_back_and_forth()
    {
        var first = await TrainAsync(0.9);
        var second = await TrainAsync(0.95, liveF1: 0.9);
        (await LiveAsync(second)).PreviousVersion.ShouldBe(first);
        Configured().ShouldBe([second, first]);

        await _host.AskAsync<ModelPromoted>(new RollBackModel("lol", "somebody"));
        (await LiveAsync(first)).PromotedBy.ShouldBe("somebody");
        Configured().ShouldBe([first, second]);

        await _host.AskAsync<ModelPromoted>(new PromoteModel("lol", second));
        (await LiveAsync(second)).PreviousVersion.ShouldBe(first);
    }

    [Fact]
    public async Task Should_wait_for_a_person_when_it_is_worse()
    {
        var first = await TrainAsync(0.9);
        var second = await TrainAsync(0.7, liveF1: 0.9);

        var model = await _host.ModelAsync("lol");
        model.LiveVersion.ShouldBe(first);
        (model.Versions[0].Version, model.Versions[0].State).ShouldBe((second, "waiting"));
        model.Versions[0].Reason.ShouldBe("F1 0.7 is worse than the live version's 0.9 on the same rows by more than 0.01: a person decides.");

        await _host.AskAsync<ModelPromoted>(new PromoteModel("lol", second));
        (await LiveAsync(second)).PreviousVersion.ShouldBe(first);
    }

    [Fact]
    public async Task Should_leave_what_others_wrote_into_models_config()
    {
        await TrainAsync(0.9);

        ModelsConfigReader.Read(_host.ModelsConfig).Select(model => (model.Name, model.BasePath)).ShouldBe(
            [("lol", Path.Combine(_host.Models, "lol")), ("by_hand", "/models/by_hand")]);
    }

    [Fact]
    public async Task Should_retire_the_oldest()
    {
        var versions = new List<long>();
        for (var i = 0; i < 4; i++)
            versions.Add(await TrainAsync(0.9, liveF1: i == 0 ? null : 0.9));

        // Live, the one before it, and one more are kept.
        var retired = await _host.Received<ModelVersionRetired>().FirstAsync();
        retired.ShouldBe(new ModelVersionRetired("lol", versions[0]));
        (await _host.ModelAsync("lol")).Versions.Select(version => version.State).ShouldBe(["live", "previous", "kept", "retired"]);
        (await _host.AskAsync<ModelPromotionRejected>(new PromoteModel("lol", versions[0]))).Reason
            .ShouldBe($"Version {versions[0]} of 'lol' is retired: its files are removed. Train it again.");
    }

    [Fact]
    public async Task Should_refuse_what_there_is_not()
    {
        await TrainAsync(0.9);

        (await _host.AskAsync<ModelPromotionRejected>(new RollBackModel("lol"))).Reason
            .ShouldBe("The model 'lol' has no version before the live one to go back to.");
        (await _host.AskAsync<ModelNotFound>(new PromoteModel("lol", 7))).ShouldBe(new ModelNotFound("lol", 7));
        (await _host.AskAsync<ModelNotFound>(new PromoteModel("none", 7))).ShouldBe(new ModelNotFound("none"));
        (await _host.AskAsync<ModelNotFound>(new GetModelVersion("lol", 7))).ShouldBe(new ModelNotFound("lol", 7));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<long> TrainAsync(double f1, double? liveF1 = null)
    {
        await _host.RegisterAsync("text,label\n一局游戏,LOL\n", "one");
        var run = (await _host.AskAsync<TrainingRunFound>(
            new RequestTraining(Guid.NewGuid(), "one", [new LabelToTrain("LOL", "lol")], new TrainingParameters()))).Run;
        await _worker.SampleAsync();
        var start = await _worker.Started.FirstAsync(start => start.JobId == run.Jobs[0].JobId);
        await _worker.SucceedAsync(start, f1, liveF1);
        await _host.Received<TrainingRunCompleted>().FirstAsync(completed => completed.RunId == run.RunId);
        if (liveF1 is null || f1 >= liveF1)
            await LiveAsync(start.Order.Version);
        return start.Order.Version;
    }

    /// <summary>Waits until a version is live.</summary>
    private async Task<ModelDetails> LiveAsync(long version)
    {
        var published = _host.Received<ModelVersionPublished>();
        await published.FirstAsync(message => message.Version == version && published.Messages[^1].Version == version);
        return await _host.ModelAsync("lol");
    }

    private IEnumerable<long> Configured() =>
        ((SpecificVersions)ModelsConfigReader.Read(_host.ModelsConfig).Single(model => model.Name == "lol").VersionPolicy).Versions;
}
