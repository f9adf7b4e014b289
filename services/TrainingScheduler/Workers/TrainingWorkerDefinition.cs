using LabelPlatform.Persistence.Outbox;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Workers;

internal sealed class TrainingWorkerDefinition : SagaDefinition<TrainingWorker>
{
    private const string Queue = "training-worker";

    public TrainingWorkerDefinition() => Endpoint(endpoint => endpoint.Name = Queue);

    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<TrainingWorker> sagaConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseTransactionalOutbox<TrainingDbContext>(context);
        // Samples live for two seconds, and what is due is published again.
        endpointConfigurator.ConfigureWorkEndpoint(Queue, concurrency: 4, keepsDeadLetters: false);
    }
}
