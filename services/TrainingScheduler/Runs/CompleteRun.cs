using LabelPlatform.Contracts.Training;
using LabelPlatform.Persistence;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>Completes a run when none of its jobs is left. It counts rows, not messages, so that repeated ones do not matter.</summary>
internal sealed class CompleteRun<TMessage>(TrainingDbContext db, DatabaseClock clock, TrainingRunStateMachine machine) :
    IStateMachineActivity<TrainingRun, TMessage>
    where TMessage : class
{
    public async Task Execute(BehaviorContext<TrainingRun, TMessage> context, IBehavior<TrainingRun, TMessage> next)
    {
        var counts = await db.Jobs
            .Where(job => job.RunId == context.Saga.CorrelationId)
            .GroupBy(job => job.CurrentState)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, context.CancellationToken);
        var (succeeded, failed, cancelled) = (Of(JobStates.Succeeded), Of(JobStates.Failed), Of(JobStates.Cancelled));
        var now = await clock.GetUtcNowAsync(db, context.CancellationToken);
        // Should the last message of a job be lost, it looks by itself.
        context.Saga.DueAt = now + TrainingRun.LookAgainAfter;
        if (succeeded + failed + cancelled == counts.Values.Sum())
        {
            context.Saga.DueAt = null;
            context.Saga.CompletedAt = now;
            await context.TransitionToState(context.Saga.IsCancelled ? machine.Cancelled : machine.Completed);
            await context.Publish(new TrainingRunCompleted(
                context.Saga.CorrelationId, context.Saga.CurrentState.ToLowerInvariant(), succeeded, failed, cancelled));
        }

        await next.Execute(context);

        int Of(string state) => counts.GetValueOrDefault(state);
    }

    public Task Faulted<TException>(
        BehaviorExceptionContext<TrainingRun, TMessage, TException> context, IBehavior<TrainingRun, TMessage> next)
        where TException : Exception => next.Faulted(context);

    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    public void Probe(ProbeContext context) => context.CreateScope("complete-run");
}
