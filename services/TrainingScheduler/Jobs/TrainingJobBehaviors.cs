using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Admission;
using LabelPlatform.TrainingScheduler.Workers;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>The steps of a job's life.</summary>
internal static class TrainingJobBehaviors
{
    private const int MaxPoints = 10_000;
    private static readonly TimeSpan RegisterAgainAfter = TimeSpan.FromSeconds(30);

    public static EventActivityBinder<TrainingJob, TrainingProgressed> ShowProgress(this EventActivityBinder<TrainingJob, TrainingProgressed> binder) =>
        binder.Then(context =>
        {
            var (job, message) = (context.Saga, context.Message);
            job.Stage = message.Stage;
            job.Fraction = message.Fraction;
            if (message.Point is { } point && job.Curve.Count < MaxPoints && job.Curve.All(known => known.Epoch != point.Epoch))
                job.Curve = [.. job.Curve, point];
        });

    public static EventActivityBinder<TrainingJob, TrainingSucceeded> KeepResult(this EventActivityBinder<TrainingJob, TrainingSucceeded> binder) =>
        binder.Then(context =>
        {
            var (job, message) = (context.Saga, context.Message);
            job.Metrics = message.Metrics;
            job.LiveMetrics = message.LiveMetrics;
            job.Output = message.Output;
            job.Stage = null;
            job.Fraction = 1;
            job.Use(message.Usage);
        });

    public static EventActivityBinder<TrainingJob, TrainingFailed> KeepOutput(this EventActivityBinder<TrainingJob, TrainingFailed> binder) =>
        binder.Then(context =>
        {
            context.Saga.Output = context.Message.Output;
            context.Saga.Use(context.Message.Usage);
            if (!context.Message.IsFinal)
                context.Saga.Crashes++;
        });

    /// <summary>What it really needed is what it is expected to need, if that is more.</summary>
    public static EventActivityBinder<TrainingJob, TrainingEvicted> RaiseEstimate(this EventActivityBinder<TrainingJob, TrainingEvicted> binder) =>
        binder.Then(context =>
        {
            var (job, message) = (context.Saga, context.Message);
            job.Use(message.Usage);
            job.Evictions++;
            job.EstimatedCores = message.EstimatedCores;
            job.EstimatedMemoryBytes = message.EstimatedMemoryBytes;
        });

    /// <summary>Has the version registered; again after a while, should that be lost.</summary>
    public static EventActivityBinder<TrainingJob, T> RegisterVersion<T>(this EventActivityBinder<TrainingJob, T> binder)
        where T : class =>
        binder
            .Then(context => context.Saga.DueAt = context.Now() + RegisterAgainAfter)
            .Publish(context => new RegisterModelVersion(context.Saga.CorrelationId, context.Saga.Token));

    public static EventActivityBinder<TrainingJob, TrainingLost> QueueAgain(
        this EventActivityBinder<TrainingJob, TrainingLost> binder, Func<BehaviorContext<TrainingJob, TrainingLost>, string> reason) =>
        binder.Then(context => context.Saga.ReturnToQueue(context.Now(), reason(context)));

    public static EventActivityBinder<TrainingJob, TrainingFailed> QueueAgainAfterCrash(
        this EventActivityBinder<TrainingJob, TrainingFailed> binder, TrainingOptions options) =>
        binder.Then(context => context.Saga.ReturnToQueue(
            context.Now() + Backoff(options.RetryBackoffSeconds, context.Saga.Crashes),
            $"Attempt {context.Saga.Attempts} ended: {context.Message.Reason}"));

    public static EventActivityBinder<TrainingJob, TrainingEvicted> QueueAgainAfterEviction(
        this EventActivityBinder<TrainingJob, TrainingEvicted> binder, AdmissionOptions options) =>
        binder.Then(context => context.Saga.ReturnToQueue(
            context.Now() + Backoff(options.EvictionBackoffSeconds, context.Saga.Evictions), context.Message.Reason));

    public static EventActivityBinder<TrainingJob, CancelTrainingJob> StopTrainer(this EventActivityBinder<TrainingJob, CancelTrainingJob> binder) =>
        binder.Send(
            context => TrainingWorkerBehaviors.AddressOf(context.Saga.WorkerId!.Value),
            context => new StopTraining(context.Saga.WorkerId!.Value, context.Saga.CorrelationId, context.Saga.Token, "The job was cancelled."));

    public static EventActivityBinder<TrainingJob, T> EndWith<T>(
        this EventActivityBinder<TrainingJob, T> binder, Func<BehaviorContext<TrainingJob, T>, string> reason)
        where T : class =>
        binder.Then(context =>
        {
            context.Saga.Reason = reason(context);
            context.Saga.CompletedAt = context.Now();
            context.Saga.DueAt = null;
        });

    /// <summary>Tells what it is now, and then, when that is so, that it has ended: its run may end by that.</summary>
    public static EventActivityBinder<TrainingJob, T> PublishChanged<T>(this EventActivityBinder<TrainingJob, T> binder)
        where T : class =>
        binder
            .Publish(context => new TrainingJobChanged(context.Saga.ToDetails(withCurve: false)))
            .If(context => context.Saga.CompletedAt is not null, ended =>
                ended
                    .Then(context => Measure(context.Saga))
                    .Publish(context => new TrainingJobEnded(context.Saga.RunId, context.Saga.CorrelationId)));

    public static EventActivityBinder<TrainingJob, TrainingProgressed> PublishProgress(this EventActivityBinder<TrainingJob, TrainingProgressed> binder) =>
        binder.Publish(context => new TrainingJobChanged(context.Saga.ToDetails(withCurve: false), context.Message.Point));

    /// <summary>One that was cancelled before it was trained took no time.</summary>
    private static void Measure(TrainingJob job)
    {
        if (job.StartedAt is { } started)
            TrainingMetrics.JobEnded(job.CurrentState.ToLowerInvariant(), job.CompletedAt!.Value - started);
    }

    /// <summary>By the scheduler's clock: a worker's may be wrong by hours.</summary>
    private static DateTime Now<T>(this BehaviorContext<TrainingJob, T> context)
        where T : class =>
        context.GetPayload<IServiceProvider>().GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static TimeSpan Backoff(double seconds, int times) => TimeSpan.FromSeconds(seconds * Math.Pow(2, Math.Min(times - 1, 10)));
}
