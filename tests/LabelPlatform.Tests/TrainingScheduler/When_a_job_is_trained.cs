using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_a_job_is_trained : IAsyncLifetime
{
    private readonly FakeWorker _worker;
    private SchedulerHost _host = null!;

    public When_a_job_is_trained() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync();
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_go_live()
    {
        var run = await _host.BeginRunAsync(["LOL"]);
        await _worker.SampleAsync();
        var start = await _worker.Started.FirstAsync();
        start.Order.Label.ShouldBe("LOL");
        start.Order.Ancestors["LOL"].ShouldBe(["游戏"]);
        start.Order.LiveVersion.ShouldBeNull();

        await _worker.StartAsync(start);
        await _worker.SucceedAsync(start);
        await _host.Received<ModelVersionPublished>().FirstAsync();

        var completed = await _host.Received<TrainingRunCompleted>().FirstAsync();
        completed.ShouldBe(new TrainingRunCompleted(run.RunId, "completed", Succeeded: 1, Failed: 0, Cancelled: 0));
        var job = (await _host.RunAsync(run.RunId)).Jobs.ShouldHaveSingleItem();
        (job.State, job.Attempts, job.Version, job.Reason).ShouldBe(("succeeded", 1, start.Order.Version, "F1 0.9; it is the first version."));
        var model = await _host.ModelAsync(start.Order.Model);
        (model.LiveVersion, model.State, model.PromotedBy).ShouldBe((start.Order.Version, "live", "gate"));
        _host.ModelsConfig.ShouldBe($$"""
            model_config_list {
              config {
                name: "{{start.Order.Model}}"
                base_path: "{{_host.Models}}/{{start.Order.Model}}"
                model_platform: "tensorflow"
                model_version_policy { specific { versions: {{start.Order.Version}} } }
              }
            }

            """);
        File.Exists(Path.Combine(_host.Models, start.Order.Model, $"{start.Order.Version}", "saved_model.pb")).ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
