using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_a_run_is_cancelled : IAsyncLifetime
{
    private readonly FakeWorker _worker;
    private SchedulerHost _host = null!;

    public When_a_run_is_cancelled() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync();
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_stop_what_runs_and_leave_what_ended()
    {
        var run = await _host.BeginRunAsync(["LOL", "吃鸡", "影视"]);
        await _worker.SampleAsync();
        var ended = await _worker.Started.FirstAsync();
        await _worker.FailAsync(ended, "no rows", isFinal: true);
        await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job.State == "failed");
        await _worker.SampleAsync();
        var running = await _worker.Started.FirstAsync(start => start.Order.Label == "吃鸡");

        await _host.AskAsync<TrainingRunFound>(new CancelTraining(run.RunId));

        var completed = await _host.Received<TrainingRunCompleted>().FirstAsync();
        completed.ShouldBe(new TrainingRunCompleted(run.RunId, "cancelled", Succeeded: 0, Failed: 1, Cancelled: 2));
        var stop = await _worker.Stopped.FirstAsync();
        (stop.JobId, stop.Token).ShouldBe((running.JobId, running.Token));
        (await _host.RunAsync(run.RunId)).Jobs.Select(job => (job.Label, job.State, job.Reason)).ShouldBe(
        [
            ("LOL", "failed", "no rows"),
            ("吃鸡", "cancelled", "Cancelled while it was trained."),
            ("影视", "cancelled", "Cancelled before it was trained."),
        ]);

        // A success that was on its way changes nothing.
        await _worker.SucceedAsync(running);
        await _host.AskAsync<TrainingRunFound>(new CancelTraining(run.RunId));
        (await _host.RunAsync(run.RunId)).Jobs[1].State.ShouldBe("cancelled");
    }

    [Fact]
    public async Task Should_say_that_there_is_none()
    {
        var unknown = Guid.NewGuid();
        (await _host.AskAsync<TrainingRunNotFound>(new CancelTraining(unknown))).RunId.ShouldBe(unknown);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
