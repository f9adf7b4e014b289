using LabelPlatform.Persistence.Outbox;
using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence.Counters;

internal sealed class WriteNoteDefinition : ConsumerDefinition<WriteNoteConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<WriteNoteConsumer> consumer, IRegistrationContext context) =>
        endpoint.UseTransactionalOutbox<CounterDbContext>(context, retry => retry.Immediate(2));
}
