using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Admission;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Workers;

/// <summary>A worker's life: whether it is open for jobs, settles after a change, holds, or is offline.</summary>
internal sealed class TrainingWorkerStateMachine : MassTransitStateMachine<TrainingWorker>
{
    public TrainingWorkerStateMachine()
    {
        InstanceState(worker => worker.CurrentState);

        Event(() => Sampled, e =>
        {
            e.CorrelateById(context => context.Message.WorkerId);
            e.SetSagaFactory(context => TrainingWorker.Create(context.Message));
        });
        Event(() => Due, e =>
        {
            e.CorrelateById(context => context.Message.WorkerId);
            e.OnMissingInstance(missing => missing.Discard());
        });

        Initially(
            When(Sampled)
                .Activity(activity => activity.OfType<JudgeSample>()));

        During(Open, Settling, Holding, Offline,
            When(Sampled)
                .Activity(activity => activity.OfType<JudgeSample>()));

        During(Open, Settling, Holding, Offline,
            When(Due)
                .Activity(activity => activity.OfType<CheckSilence>()));
    }

    /// <summary>There is room, and no job that fits it.</summary>
    public State Open { get; } = null!;

    /// <summary>Something changed, and its figures say nothing yet.</summary>
    public State Settling { get; } = null!;

    /// <summary>There is no room.</summary>
    public State Holding { get; } = null!;

    /// <summary>It is silent.</summary>
    public State Offline { get; } = null!;

    public Event<TrainingWorkerSampled> Sampled { get; } = null!;

    public Event<TrainingWorkerDue> Due { get; } = null!;
}
