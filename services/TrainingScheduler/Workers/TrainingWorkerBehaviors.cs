using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Jobs;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Workers;

/// <summary>What is sent to a worker.</summary>
internal static class TrainingWorkerBehaviors
{
    /// <summary>The address of a worker's queue. An exchange, because the queue is the worker's to declare.</summary>
    public static Uri AddressOf(Guid workerId) => new($"exchange:trainer-{workerId:N}");

    public static async Task SendToWorkerAsync<T>(this BehaviorContext<TrainingWorker> context, T message)
        where T : class
    {
        var endpoint = await context.GetSendEndpoint(AddressOf(context.Saga.CorrelationId));
        await endpoint.Send(message, context.CancellationToken);
    }

    /// <summary>Tells it all that it is to have.</summary>
    public static Task GrantAsync(this BehaviorContext<TrainingWorker> context, IReadOnlyCollection<TrainingJob> jobs, DateTime now)
    {
        var worker = context.Saga;
        worker.Grant++;
        worker.GrantedAt = now;
        return context.SendToWorkerAsync(new TrainingWorkerGranted(
            worker.CorrelationId,
            worker.BootId,
            worker.Grant,
            [.. jobs.Select(job => new GrantedTraining(job.CorrelationId, job.Token))]));
    }
}
