using System.Collections.Concurrent;
using LabelPlatform.Contracts.Training;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.ServiceDefaults.Messaging;
using LabelPlatform.Trainer;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabelPlatform.IntegrationTests.Trainer;

/// <summary>A bus that hears what workers say, and sends as the scheduler does.</summary>
internal sealed class SchedulerBus : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly ConcurrentQueue<object> _heard = new();

    private SchedulerBus(RabbitMqAddress rabbitMq)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            rabbitMq.ToSettings().Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddMessaging(_ => { });
        _host = builder.Build();
    }

    private IBus Bus => _host.Services.GetRequiredService<IBus>();

    public static async Task<SchedulerBus> StartAsync(RabbitMqAddress rabbitMq)
    {
        var bus = new SchedulerBus(rabbitMq);
        await bus._host.StartAsync();
        var endpoint = bus._host.Services.GetRequiredService<IReceiveEndpointConnector>().ConnectReceiveEndpoint(
            new TemporaryEndpointDefinition(),
            null,
            (_, configurator) =>
            {
                bus.Hear<TrainingWorkerSampled>(configurator);
                bus.Hear<TrainingStarted>(configurator);
                bus.Hear<TrainingFailed>(configurator);
                bus.Hear<TrainingLost>(configurator);
            });
        await endpoint.Ready;
        return bus;
    }

    public async Task SendAsync<T>(Guid workerId, T message)
        where T : class =>
        await (await Bus.GetSendEndpoint(TrainerId.AddressOf(workerId))).Send(message);

    /// <summary>Waits for a message.</summary>
    public async Task<T> FirstAsync<T>(Func<T, bool> filter, TimeSpan limit)
        where T : class
    {
        T? found = null;
        await Eventually.HoldsAsync($"{typeof(T).Name} came", limit, () => (found = _heard.OfType<T>().FirstOrDefault(filter)) is not null);
        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private void Hear<T>(IReceiveEndpointConfigurator endpoint)
        where T : class =>
        endpoint.Handler<T>(context =>
        {
            _heard.Enqueue(context.Message);
            return Task.CompletedTask;
        });
}
