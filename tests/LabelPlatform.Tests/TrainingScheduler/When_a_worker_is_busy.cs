using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

/// <summary>The window is 3 s, and settling takes 3 s.</summary>
public sealed class When_a_worker_is_busy : IAsyncLifetime
{
    private readonly FakeWorker _worker;
    private SchedulerHost _host = null!;

    public When_a_worker_is_busy() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync(new() { ["Admission:EvictionBackoffSeconds"] = "0", ["Admission:GrantSeconds"] = "0" });
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_wait_for_a_whole_window_after_a_start()
    {
        await _host.BeginRunAsync(["LOL", "吃鸡"]);
        await _worker.SampleAsync();
        await _worker.StartAsync(await _worker.Started.FirstAsync());

        await _worker.SampleAsync(grant: 0); // from before it heard of the order
        await _worker.SampleAsync(quiet: 5.9); // from before it had settled
        await _host.SamplesJudgedAsync(3);
        _worker.Started.Messages.Count.ShouldBe(1);
        (await QueueAsync()).Reason.ShouldBe("one is settling: waiting until the last start has settled.");

        await _worker.SampleAsync(quiet: 6.1);
        (await _worker.Started.FirstAsync(start => start.Order.Label == "吃鸡")).Grant.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Should_hold_and_say_why()
    {
        await _host.BeginRunAsync(["LOL", "吃鸡"]);
        await _worker.SampleAsync(cpu: 80); // without jobs it takes one
        await _worker.StartAsync(await _worker.Started.FirstAsync());

        await _worker.SampleAsync(memory: 71);

        var decision = await _host.Received<AdmissionDecision>().FirstAsync(decision => decision.Decision == "held");
        (decision.Reason, decision.RunningJobs, decision.Window.MemoryPercent).ShouldBe(("memory 71 % ≥ 55 %", 1, 71));
        (await QueueAsync()).Reason.ShouldBe("one is holding: memory 71 % ≥ 55 %.");
        _worker.Started.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_evict_the_newest_and_train_it_later()
    {
        await _host.BeginRunAsync(["LOL", "吃鸡"]);
        await _worker.SampleAsync();
        await _worker.StartAsync(await _worker.Started.FirstAsync());
        await _worker.SampleAsync();
        var newest = await _worker.Started.FirstAsync(start => start.Order.Label == "吃鸡");
        await _worker.StartAsync(newest);
        await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { Label: "吃鸡", State: "running" });

        await _worker.SampleAsync(memory: 97, ownMemory: 90);

        var grant = await _worker.Granted.FirstAsync(grant => grant.Grant > newest.Grant && grant.Jobs.Count == 1);
        grant.Jobs[0].JobId.ShouldNotBe(newest.JobId);
        var evicted = (await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job.Evictions == 1)).Job;
        (evicted.State, evicted.Label, evicted.Reason).ShouldBe(("queued", "吃鸡", "Stopped on one: memory 97 % > 95 %, 90 % of it trainers'."));
        var queued = await QueueAsync();
        (queued.EstimatedCores, queued.EstimatedMemoryBytes).ShouldBe((0.5, 120_000_000));

        _worker.Running.RemoveAt(1);
        await _worker.SampleAsync(memory: 50);
        (await _worker.Started.FirstAsync(start => start.JobId == newest.JobId && start.Token > newest.Token)).Token.ShouldBe(newest.Token + 1);
    }

    [Fact]
    public async Task Should_fail_a_job_that_alone_takes_all_memory()
    {
        await _host.BeginRunAsync(["LOL"]);
        await _worker.SampleAsync();
        await _worker.StartAsync(await _worker.Started.FirstAsync());

        await _worker.SampleAsync(memory: 97, ownMemory: 95);

        var job = (await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job.CompletedAt is not null)).Job;
        job.State.ShouldBe("failed");
        job.Reason.ShouldBe(
            "Stopped on one: memory 97 % > 95 %, 95 % of it trainers'. It was the worker's only job and had taken 120 MB; "
            + "a worker with more memory, or a smaller dataset or network, is needed.");
    }

    [Fact]
    public async Task Should_pass_over_a_job_that_does_not_fit_and_then_keep_room_for_it()
    {
        await using var host = await SchedulerHost.StartAsync(new() { ["Admission:ReserveAfterSeconds"] = "0" });
        var worker = new FakeWorker(() => host);
        await worker.ListenAsync();
        await host.BeginRunAsync(["LOL"]);
        await worker.SampleAsync();
        var first = await worker.Started.FirstAsync();
        await worker.StartAsync(first);
        await host.BeginRunAsync(["吃鸡"], profile: FakeWorker.Large);
        await host.BeginRunAsync(["影视", "明星"]);

        await worker.SampleAsync();
        var second = await worker.Started.FirstAsync(start => start.Order.Label == "影视");
        await worker.StartAsync(second);
        await worker.SampleAsync();
        var opened = await host.Received<AdmissionDecision>().FirstAsync(decision => decision.Decision == "opened");
        opened.Reason.ShouldBe("kept free for '吃鸡': memory 20 % + 90 % for it > 95 %");
        foreach (var start in new[] { first, second })
            await worker.FailAsync(start, "enough", isFinal: true);
        await host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { Label: "影视", State: "failed" });
        await host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { Label: "LOL", State: "failed" });
        await worker.SampleAsync();

        (await worker.Started.FirstAsync(start => start.Order.Profile == FakeWorker.Large)).Order.Label.ShouldBe("吃鸡");
        worker.Started.Messages.Select(start => start.Order.Label).ShouldBe(["LOL", "影视", "吃鸡"]);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<QueuedTraining> QueueAsync() => (await _host.AskAsync<TrainingQueueFound>(new GetTrainingQueue())).Jobs.ShouldHaveSingleItem();
}
