using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>
/// A job's life. It begins queued, in one transaction with its run; <see cref="Admission.ClaimNextJob"/> assigns it; what comes with another token
/// than its own is late and changes nothing.
/// </summary>
internal sealed class TrainingJobStateMachine : MassTransitStateMachine<TrainingJob>
{
    public TrainingJobStateMachine(IOptions<TrainingOptions> training, IOptions<Admission.AdmissionOptions> admission)
    {
        InstanceState(job => job.CurrentState);

        Event(() => TrainingStarted, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingProgressed, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingSucceeded, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingFailed, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingLost, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingEvicted, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => ModelVersionRegistered, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => ModelVersionRefused, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => CancelTrainingJob, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        Event(() => TrainingJobDue, e => e.CorrelateById(context => context.Message.JobId).OnMissingInstance(missing => missing.Discard()));
        // What is late, or comes again.
        OnUnhandledEvent(context => context.Ignore());

        During(Assigned,
            When(TrainingStarted, context => context.Message.Token == context.Saga.Token)
                .TransitionTo(Running)
                .PublishChanged());

        During(Assigned, Running,
            When(TrainingProgressed, context => context.Message.Token == context.Saga.Token)
                .ShowProgress()
                .TransitionTo(Running)
                .PublishProgress(),
            When(TrainingSucceeded, context => context.Message.Token == context.Saga.Token)
                .KeepResult()
                .RegisterVersion()
                .TransitionTo(Registering)
                .PublishChanged(),
            When(TrainingFailed, context => context.Message.Token == context.Saga.Token)
                .KeepOutput()
                .IfElse(context => context.Message.IsFinal || context.Saga.Crashes >= training.Value.MaxAttempts,
                    failed => failed.EndWith(context => context.Message.Reason).TransitionTo(Failed),
                    crashed => crashed.QueueAgainAfterCrash(training.Value).TransitionTo(Queued))
                .PublishChanged(),
            When(TrainingLost, context => context.Message.Token == context.Saga.Token)
                .QueueAgain(context => context.Message.Reason)
                .TransitionTo(Queued)
                .PublishChanged(),
            When(TrainingEvicted, context => context.Message.Token == context.Saga.Token)
                .RaiseEstimate()
                .IfElse(context => context.Message.WasAlone,
                    failed => failed.EndWith(TooLarge).TransitionTo(Failed),
                    evicted => evicted.QueueAgainAfterEviction(admission.Value).TransitionTo(Queued))
                .PublishChanged(),
            When(CancelTrainingJob)
                .StopTrainer()
                .EndWith(_ => "Cancelled while it was trained.")
                .TransitionTo(Cancelled)
                .PublishChanged());

        During(Queued,
            When(CancelTrainingJob)
                .EndWith(_ => "Cancelled before it was trained.")
                .TransitionTo(Cancelled)
                .PublishChanged());

        During(Registering,
            When(TrainingJobDue)
                .RegisterVersion(),
            When(ModelVersionRegistered, context => context.Message.Token == context.Saga.Token)
                .EndWith(context => context.Message.Reason)
                .TransitionTo(Succeeded)
                .PublishChanged(),
            When(ModelVersionRefused, context => context.Message.Token == context.Saga.Token)
                .EndWith(context => context.Message.Reason)
                .TransitionTo(Failed)
                .PublishChanged());
    }

    public State Queued { get; } = null!;

    public State Assigned { get; } = null!;

    public State Running { get; } = null!;

    /// <summary>Its version is on its way into the registry; it can no longer be cancelled.</summary>
    public State Registering { get; } = null!;

    public State Succeeded { get; } = null!;

    public State Failed { get; } = null!;

    public State Cancelled { get; } = null!;

    public Event<TrainingStarted> TrainingStarted { get; } = null!;

    public Event<TrainingProgressed> TrainingProgressed { get; } = null!;

    public Event<TrainingSucceeded> TrainingSucceeded { get; } = null!;

    public Event<TrainingFailed> TrainingFailed { get; } = null!;

    public Event<TrainingLost> TrainingLost { get; } = null!;

    public Event<TrainingEvicted> TrainingEvicted { get; } = null!;

    public Event<ModelVersionRegistered> ModelVersionRegistered { get; } = null!;

    public Event<ModelVersionRefused> ModelVersionRefused { get; } = null!;

    public Event<CancelTrainingJob> CancelTrainingJob { get; } = null!;

    public Event<TrainingJobDue> TrainingJobDue { get; } = null!;

    private static string TooLarge(BehaviorContext<TrainingJob, TrainingEvicted> context) => FormattableString.Invariant(
        $"{context.Message.Reason} It was the worker's only job and had taken {context.Message.Usage.MemoryBytes / 1e6:0} MB; ")
        + "a worker with more memory, or a smaller dataset or network, is needed.";
}
