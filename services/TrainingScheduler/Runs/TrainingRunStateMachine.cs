using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>A run's life: it is running from the transaction that makes it and its jobs, until the last of them has ended.</summary>
internal sealed class TrainingRunStateMachine : MassTransitStateMachine<TrainingRun>
{
    public TrainingRunStateMachine()
    {
        InstanceState(run => run.CurrentState);

        Event(() => TrainingJobEnded, e => e.CorrelateById(context => context.Message.RunId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingRunDue, e => e.CorrelateById(context => context.Message.RunId).OnMissingInstance(missing => missing.Discard()));

        During(Running,
            When(TrainingJobEnded)
                .Activity(activity => activity.OfType<CompleteRun<TrainingJobEnded>>()),
            When(TrainingRunDue)
                .Activity(activity => activity.OfType<CompleteRun<TrainingRunDue>>()));

        During(Completed, Cancelled,
            Ignore(TrainingJobEnded),
            Ignore(TrainingRunDue));
    }

    public State Running { get; } = null!;

    public State Completed { get; } = null!;

    public State Cancelled { get; } = null!;

    public Event<TrainingJobEnded> TrainingJobEnded { get; } = null!;

    public Event<TrainingRunDue> TrainingRunDue { get; } = null!;
}
