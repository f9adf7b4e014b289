using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_a_trainer_fails : IAsyncLifetime
{
    private readonly FakeWorker _worker;
    private SchedulerHost _host = null!;

    public When_a_trainer_fails() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync(new() { ["Training:RetryBackoffSeconds"] = "0", ["Training:MaxAttempts"] = "2" });
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_fail_at_once_when_it_would_fail_again()
    {
        var start = await StartAsync();

        await _worker.FailAsync(start, "The label has no rows. Add some.", isFinal: true);

        var job = await EndAsync();
        (job.State, job.Reason, job.Attempts).ShouldBe(("failed", "The label has no rows. Add some.", 1));
        (await _host.AskAsync<TrainingJobLogFound>(new GetTrainingJobLog(job.JobId))).Output.ShouldBe("tail");
    }

    [Fact]
    public async Task Should_try_again_after_a_crash_but_not_for_ever()
    {
        var first = await StartAsync();
        await _worker.FailAsync(first, "It was killed.", isFinal: false);
        await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { State: "queued", Attempts: 1 });

        await _worker.SampleAsync();
        var second = await _worker.Started.FirstAsync(start => start.Token > first.Token);
        second.Order.Version.ShouldBeGreaterThan(first.Order.Version);
        second.Order.Folder.ShouldNotBe(first.Order.Folder);
        await _worker.FailAsync(second, "It was killed again.", isFinal: false);

        var job = await EndAsync();
        (job.State, job.Reason, job.Attempts).ShouldBe(("failed", "It was killed again.", 2));
    }

    [Fact]
    public async Task Should_fail_when_it_says_success_and_there_is_no_version()
    {
        var start = await StartAsync();
        await _worker.SucceedAsync(start);
        // Only what the scheduler sees counts.
        var other = await StartAsync("吃鸡");
        Directory.CreateDirectory(other.Order.Folder);
        await _host.Bus.Publish(new TrainingSucceeded(
            other.JobId, other.Token, new(100, 900, 1, 1, 1, 1, 1, 0), null, new TrainingUsage(1, 1, 1), "done"));

        var job = (await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { Label: "吃鸡", CompletedAt: not null })).Job;
        job.State.ShouldBe("failed");
        job.Reason!.ShouldStartWith("The trainer left no saved_model.pb in ");
        Directory.GetDirectories(_host.Models, "m*").ShouldHaveSingleItem("only the other label has a version");
    }

    [Fact]
    public async Task Should_not_listen_to_an_earlier_attempt()
    {
        var first = await StartAsync();
        await _host.Bus.Publish(new TrainingLost(first.JobId, first.Token, "The worker was started again."));
        await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job.State == "queued");
        _worker.Running.Clear();
        await _worker.SampleAsync();
        var second = await _worker.Started.FirstAsync(start => start.Token > first.Token);
        await _worker.StartAsync(second);

        await _worker.SucceedAsync(first);
        await _worker.FailAsync(first, "late", isFinal: true);
        await _host.Bus.Publish(new TrainingProgressed(first.JobId, first.Token, "training", 0.99));
        await _worker.SucceedAsync(second);

        var job = await EndAsync();
        (job.State, job.Version, job.Attempts).ShouldBe(("succeeded", second.Order.Version, 2));
        Directory.GetDirectories(Path.Combine(_host.Models, second.Order.Model)).ShouldHaveSingleItem();
        _host.Received<TrainingJobChanged>().Messages.ShouldNotContain(changed => changed.Job.Fraction > 0.9 && changed.Job.Fraction < 1);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<StartTraining> StartAsync(string label = "LOL")
    {
        await _host.BeginRunAsync([label]);
        await _worker.SampleAsync();
        return await _worker.Started.FirstAsync(start => start.Order.Label == label);
    }

    private async Task<TrainingJobDetails> EndAsync() =>
        (await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job.CompletedAt is not null)).Job;
}
