using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace LabelPlatform.Testing;

internal static class ReceivedExtensions
{
    /// <summary>Has a queue of its own receive all messages of a type, one after the other; the test asks for <see cref="Received{T}"/>.</summary>
    public static void AddReceived<T>(this IBusRegistrationConfigurator bus, string queue)
        where T : class
    {
        bus.AddSingleton<Received<T>>();
        bus.AddConsumer<Received<T>>().Endpoint(endpoint =>
        {
            endpoint.Name = queue;
            endpoint.ConcurrentMessageLimit = 1;
        });
    }
}
