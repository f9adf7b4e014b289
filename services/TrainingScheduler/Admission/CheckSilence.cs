using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using LabelPlatform.TrainingScheduler.Workers;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>
/// Gives up a worker that has been silent for long, and has its jobs queued again. Silence only counts while this scheduler has been listening itself.
/// </summary>
internal sealed class CheckSilence(
    TrainingDbContext db, DatabaseClock clock, ListeningTime listening, TrainingWorkerStateMachine machine, IOptions<AdmissionOptions> options) :
    IStateMachineActivity<TrainingWorker, TrainingWorkerDue>
{
    private readonly TimeSpan _limit = TimeSpan.FromSeconds(options.Value.SilenceSeconds);

    public async Task Execute(BehaviorContext<TrainingWorker, TrainingWorkerDue> context, IBehavior<TrainingWorker, TrainingWorkerDue> next)
    {
        var worker = context.Saga;
        var now = await clock.GetUtcNowAsync(db, context.CancellationToken);
        if (now - worker.SampledAt < _limit)
            worker.DueAt = worker.SampledAt + _limit;
        else if (listening.Elapsed < _limit)
            worker.DueAt = now + _limit - listening.Elapsed;
        else
            await GiveUpAsync(context, now);
        await next.Execute(context);
    }

    public Task Faulted<TException>(
        BehaviorExceptionContext<TrainingWorker, TrainingWorkerDue, TException> context, IBehavior<TrainingWorker, TrainingWorkerDue> next)
        where TException : Exception => next.Faulted(context);

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    public void Probe(ProbeContext context) => context.CreateScope("check-silence");

    private async Task GiveUpAsync(BehaviorContext<TrainingWorker, TrainingWorkerDue> context, DateTime now)
    {
        var worker = context.Saga;
        var reason = FormattableString.Invariant($"no sample for {(now - worker.SampledAt).TotalSeconds:0} s");
        var held = await db.Jobs.AsNoTracking()
            .HeldBy(worker.CorrelationId)
            .ToListAsync(context.CancellationToken);
        foreach (var job in held)
            await context.Publish(new TrainingLost(job.CorrelationId, job.Token, $"The worker {worker.Name} is silent: {reason}."));
        await db.Jobs.Where(job => job.ReservedWorkerId == worker.CorrelationId)
            .ExecuteUpdateAsync(job => job.SetProperty(row => row.ReservedWorkerId, (Guid?)null), context.CancellationToken);
        // Until none of them is left, it is said again.
        worker.DueAt = held.Count == 0 ? null : now + _limit;
        worker.SettlingJobId = null;
        worker.Reason = reason;
        await context.Publish(worker.Decide(AdmissionDecisions.Offline, jobId: null, held.Count, now, reason));
        await context.TransitionToState(machine.Offline);
    }
}
