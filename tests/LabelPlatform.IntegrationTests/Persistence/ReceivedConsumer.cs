using MassTransit;

namespace LabelPlatform.IntegrationTests.Persistence;

internal sealed class ReceivedConsumer<T>(Received<T> received) : IConsumer<T>
    where T : class
{
    public Task Consume(ConsumeContext<T> context)
    {
        received.Add(context);
        return Task.CompletedTask;
    }
}
