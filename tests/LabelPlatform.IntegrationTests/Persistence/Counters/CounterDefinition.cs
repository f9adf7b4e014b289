using LabelPlatform.Persistence.Outbox;
using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

internal sealed class CounterDefinition : SagaDefinition<Counter>
{
    public CounterDefinition() => ConcurrentMessageLimit = 50;

    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Counter> saga, IRegistrationContext context)
    {
        endpoint.PrefetchCount = 100;
        endpoint.UseTransactionalOutbox<CounterDbContext>(context);
    }
}
