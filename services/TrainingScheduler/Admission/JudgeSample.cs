using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using LabelPlatform.TrainingScheduler.Workers;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>
/// Judges a sample and does what follows: gives the worker a job, holds, or stops one. All of it is one transaction, in which the worker's row is
/// locked; what is sent goes out after it.
/// </summary>
internal sealed class JudgeSample(
    TrainingDbContext db,
    DatabaseClock clock,
    ClaimNextJob claimNextJob,
    TrainingWorkerStateMachine machine,
    IOptions<AdmissionOptions> options) :
    IStateMachineActivity<TrainingWorker, TrainingWorkerSampled>
{
    private readonly AdmissionOptions _options = options.Value;

    public async Task Execute(
        BehaviorContext<TrainingWorker, TrainingWorkerSampled> context, IBehavior<TrainingWorker, TrainingWorkerSampled> next)
    {
        if (context.Saga.IsNewer(context.Message))
            await JudgeAsync(context);
        await next.Execute(context);
    }

    public Task Faulted<TException>(
        BehaviorExceptionContext<TrainingWorker, TrainingWorkerSampled, TException> context, IBehavior<TrainingWorker, TrainingWorkerSampled> next)
        where TException : Exception => next.Faulted(context);

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    public void Probe(ProbeContext context) => context.CreateScope("judge-sample");

    private async Task JudgeAsync(BehaviorContext<TrainingWorker, TrainingWorkerSampled> context)
    {
        var (worker, sample) = (context.Saga, context.Message);
        var now = await clock.GetUtcNowAsync(db, context.CancellationToken);
        worker.Accept(sample, now, _options);
        var held = await FindHeldAsync(context);
        var isSettling = held.Any(job => job.CorrelationId == worker.SettlingJobId);
        var isWhole = worker.HasSeenLastChange(sample) && sample.QuietSeconds >= sample.Window.Seconds;
        var isSettled = isWhole && (!isSettling || sample.QuietSeconds >= sample.Window.Seconds + _options.SettlingSeconds);
        if (!isSettling || isSettled)
            worker.SettlingJobId = null;
        var verdict = AdmissionPolicy.Judge(sample.Window, isWhole, isSettled, held.Count, _options);
        switch (verdict.Kind)
        {
            case AdmissionVerdictKind.Evict:
                await EvictAsync(context, held, verdict.Reason, now);
                break;
            case AdmissionVerdictKind.Admit when held.FirstOrDefault(job => job.Evictions >= _options.EvictionsUntilAlone) is { } alone:
                await RestAsync(context, machine.Holding, held.Count, $"'{alone.Label}' was stopped {alone.Evictions} times and has it for itself", now);
                break;
            case AdmissionVerdictKind.Admit:
                await AdmitAsync(context, held, verdict.Reason, now);
                break;
            default:
                await RestAsync(context, isSettled ? machine.Holding : machine.Settling, held.Count, verdict.Reason, now);
                break;
        }

        if (now - worker.GrantedAt >= TimeSpan.FromSeconds(_options.GrantSeconds))
            await context.GrantAsync(held, now);
    }

    /// <summary>The jobs that it has, the oldest first; those that an earlier boot had are lost.</summary>
    private async Task<List<TrainingJob>> FindHeldAsync(BehaviorContext<TrainingWorker, TrainingWorkerSampled> context)
    {
        var jobs = await db.Jobs.AsNoTracking()
            .HeldBy(context.Saga.CorrelationId)
            .OrderBy(job => job.StartedAt)
            .ToListAsync(context.CancellationToken);
        foreach (var job in jobs.Where(job => job.WorkerBootId != context.Message.BootId))
            await context.Publish(new TrainingLost(job.CorrelationId, job.Token, $"The worker {context.Saga.Name} was started again."));
        jobs.RemoveAll(job => job.WorkerBootId != context.Message.BootId);
        return jobs;
    }

    private async Task AdmitAsync(
        BehaviorContext<TrainingWorker, TrainingWorkerSampled> context, List<TrainingJob> held, string reason, DateTime now)
    {
        var worker = context.Saga;
        var claim = await claimNextJob.ExecuteAsync(worker, held.Count, now, context.CancellationToken);
        if (claim.Job is not { } job)
        {
            await RestAsync(context, machine.Open, held.Count, claim.Misfit ?? reason, now);
            return;
        }

        worker.CountChange();
        worker.SettlingJobId = job.CorrelationId;
        worker.Reason = $"settling after the start of '{job.Label}'";
        await StartAsync(context, job, claim.Order!);
        await context.Publish(new TrainingJobChanged(job.ToDetails(withCurve: false)));
        await context.Publish(worker.Decide(AdmissionDecisions.Admitted, job.CorrelationId, held.Count, now, $"'{job.Label}' was given to it: {reason}"));
        held.Add(job);
        await context.TransitionToState(machine.Settling);
    }

    /// <summary>The order belongs to the trace of the request for the run, not to that of the sample.</summary>
    private static async Task StartAsync(BehaviorContext<TrainingWorker, TrainingWorkerSampled> context, TrainingJob job, TrainingOrder order)
    {
        var worker = context.Saga;
        using var span = PlatformTelemetry.Continue("start training", job.TraceParent);
        span?.SetTag("labelplatform.model", job.Model)
            .SetTag("labelplatform.version", job.ModelVersion)
            .SetTag("labelplatform.attempt", job.Attempts)
            .SetTag("labelplatform.worker", worker.Name);
        await context.SendToWorkerAsync(new StartTraining(worker.CorrelationId, worker.BootId, worker.Grant, job.CorrelationId, job.Token, order));
    }

    private async Task EvictAsync(
        BehaviorContext<TrainingWorker, TrainingWorkerSampled> context, List<TrainingJob> held, string reason, DateTime now)
    {
        var worker = context.Saga;
        var job = held[^1];
        var usage = context.Message.Jobs.FirstOrDefault(running => running.JobId == job.CorrelationId)?.Usage ?? new TrainingUsage(0, 0, 0);
        var wasAlone = held.Count == 1;
        held.RemoveAt(held.Count - 1);
        worker.SettlingJobId = null;
        worker.Reason = $"settling after '{job.Label}' was stopped";
        worker.CountChange();
        await context.Publish(new TrainingEvicted(
            job.CorrelationId,
            job.Token,
            usage,
            Math.Max(usage.Cores, worker.CoresFor(job)),
            Math.Max(usage.MemoryBytes, worker.MemoryBytesFor(job)),
            wasAlone,
            $"Stopped on {worker.Name}: {reason}."));
        await context.Publish(worker.Decide(AdmissionDecisions.Evicted, job.CorrelationId, held.Count + 1, now, $"'{job.Label}' was stopped: {reason}"));
        // What is not granted is stopped.
        await context.GrantAsync(held, now);
        await context.TransitionToState(machine.Settling);
    }

    private async Task RestAsync(
        BehaviorContext<TrainingWorker, TrainingWorkerSampled> context, State state, int running, string reason, DateTime now)
    {
        var worker = context.Saga;
        worker.Reason = reason;
        if (worker.CurrentState == state.Name)
            return;
        if (state != machine.Settling)
        {
            var decision = state == machine.Open ? AdmissionDecisions.Opened : AdmissionDecisions.Held;
            await context.Publish(worker.Decide(decision, jobId: null, running, now, reason));
        }

        await context.TransitionToState(state);
    }
}
