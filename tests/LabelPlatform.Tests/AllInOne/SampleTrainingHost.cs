using LabelPlatform.AllInOne;
using LabelPlatform.GraphMatch;
using MassTransit;
using MassTransit.MessageData;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>What AllInOne starts with a sample, on the test harness's bus, with a stub in TrainingScheduler's place.</summary>
internal sealed class SampleTrainingHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-training-");
    private readonly IHost _host;

    private SampleTrainingHost(TrainingSchedulerStub stub, bool withGraph, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("LabelGraph:Path", Path.Combine(_folder.FullName, "label-graph.db")), .. settings]);
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IMessageDataRepository>(MessageData);
        builder.Services.AddSingleton(stub);
        builder.AddGraphMatch();
        if (withGraph)
            builder.Services.AddHostedService<SampleGraphImporter>();
        builder.AddSampleModelTrainer();
        builder.Services.AddMassTransitTestHarness(bus => bus.AddConsumer<TrainingSchedulerStubConsumer>());
        _host = builder.Build();
    }

    public LogLines Log { get; } = new();

    public InMemoryMessageDataRepository MessageData { get; } = new();

    public ITestHarness Harness => _host.Services.GetTestHarness();

    /// <summary>Ends when there is nothing more to train or to tell.</summary>
    public Task Trained =>
        _host.Services.GetServices<IHostedService>().OfType<SampleModelTrainer>().Single().ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60));

    public static async Task<SampleTrainingHost> StartAsync(
        TrainingSchedulerStub stub, bool withGraph = true, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var host = new SampleTrainingHost(stub, withGraph, settings);
        await host._host.StartAsync();
        return host;
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
