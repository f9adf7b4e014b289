using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler;

public sealed class When_a_worker_is_lost : IAsyncLifetime
{
    private readonly FakeWorker _worker;
    private SchedulerHost _host = null!;

    public When_a_worker_is_lost() => _worker = new FakeWorker(() => _host);

    public async ValueTask InitializeAsync()
    {
        _host = await SchedulerHost.StartAsync(new() { ["Admission:SilenceSeconds"] = "2", ["Admission:GrantSeconds"] = "0" });
        await _worker.ListenAsync();
    }

    [Fact]
    public async Task Should_queue_its_jobs_again_and_give_them_to_another()
    {
        var other = new FakeWorker(() => _host, "two");
        await other.ListenAsync();
        await _host.BeginRunAsync(["LOL"]);
        await _worker.SampleAsync();
        var lost = await _worker.Started.FirstAsync();
        await _worker.StartAsync(lost);

        // It is silent from here on.
        var offline = await _host.Received<AdmissionDecision>().FirstAsync(decision => decision.Decision == "offline");
        (offline.WorkerId, offline.RunningJobs).ShouldBe((_worker.Id, 1));
        var queued = (await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { State: "queued", Attempts: 1 })).Job;
        queued.Reason!.ShouldStartWith("The worker one is silent: no sample for ");

        await other.SampleAsync();
        var again = await other.Started.FirstAsync();
        (again.JobId, again.Token).ShouldBe((lost.JobId, lost.Token + 1));

        // What comes back holds nothing any more.
        _worker.Restart();
        await _worker.SampleAsync(grant: 0);
        await _worker.SampleAsync(grant: 0);
        await _host.SamplesJudgedAsync(4);
        var workers = (await _host.AskAsync<TrainingWorkersFound>(new GetTrainingWorkers())).Workers;
        workers.Select(worker => (worker.Name, worker.State, worker.Jobs.Count)).ShouldBe([("one", "open", 0), ("two", "settling", 1)]);
    }

    [Fact]
    public async Task Should_queue_its_jobs_again_when_it_was_started_anew()
    {
        await _host.BeginRunAsync(["LOL"]);
        await _worker.SampleAsync();
        var lost = await _worker.Started.FirstAsync();
        await _worker.StartAsync(lost);

        _worker.Restart();
        await _worker.SampleAsync(grant: 0);

        var queued = (await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job is { State: "queued", Attempts: 1 })).Job;
        queued.Reason.ShouldBe("The worker one was started again.");
        await _worker.SampleAsync(grant: 0);
        (await _worker.Started.FirstAsync(start => start.Token > lost.Token)).BootId.ShouldNotBe(lost.BootId);
    }

    [Fact]
    public async Task Should_queue_a_job_again_whose_order_never_came()
    {
        await _host.BeginRunAsync(["LOL"]);
        await _worker.SampleAsync();
        var lost = await _worker.Started.FirstAsync();

        // A grant tells the worker of a job that it knows nothing of, and it says so.
        await _worker.SampleAsync();
        await _worker.SampleAsync();
        var grant = await _worker.Granted.FirstAsync();
        grant.Jobs.ShouldHaveSingleItem().ShouldBe(new GrantedTraining(lost.JobId, lost.Token));
        await _host.Bus.Publish(new TrainingLost(lost.JobId, lost.Token, "The worker never heard of it."));

        await _host.Received<TrainingJobChanged>().FirstAsync(changed => changed.Job.State == "queued");
        await _worker.SampleAsync();
        (await _worker.Started.FirstAsync(start => start.Token > lost.Token)).JobId.ShouldBe(lost.JobId);
    }

    [Fact]
    public async Task Should_ignore_samples_that_are_overtaken()
    {
        await _worker.SampleAsync(cpu: 10);
        await _worker.SampleAsync(cpu: 20);
        await _host.SamplesJudgedAsync(2);

        await _worker.SampleAsync(cpu: 99, sequence: 1);
        await _host.SamplesJudgedAsync(1);

        (await _host.AskAsync<TrainingWorkersFound>(new GetTrainingWorkers())).Workers.ShouldHaveSingleItem().Window.CpuPercent.ShouldBe(20);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
