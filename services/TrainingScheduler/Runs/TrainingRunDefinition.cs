using LabelPlatform.Persistence.Outbox;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

internal sealed class TrainingRunDefinition : SagaDefinition<TrainingRun>
{
    private const string Queue = "training-run";

    public TrainingRunDefinition() => Endpoint(endpoint => endpoint.Name = Queue);

    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<TrainingRun> sagaConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseTransactionalOutbox<TrainingDbContext>(context);
        endpointConfigurator.ConfigureWorkEndpoint(Queue, concurrency: 2);
    }
}
