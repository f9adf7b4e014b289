using LabelPlatform.Persistence.Outbox;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Jobs;

internal sealed class TrainingJobDefinition : SagaDefinition<TrainingJob>
{
    private const string Queue = "training-job";

    public TrainingJobDefinition() => Endpoint(endpoint => endpoint.Name = Queue);

    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<TrainingJob> sagaConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseTransactionalOutbox<TrainingDbContext>(context);
        endpointConfigurator.ConfigureWorkEndpoint(Queue, concurrency: 8);
    }
}
