using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.GraphMatch;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Importing;
using LabelPlatform.Seed;
using LabelPlatform.Tests.AllInOne;
using MassTransit;
using MassTransit.MessageData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace LabelPlatform.Tests.Seed;

/// <summary>Seed and GraphMatch on the test harness's bus, with a stub in TrainingScheduler's place.</summary>
internal sealed class SeedHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seed-");
    private readonly IHost _host;

    private SeedHost(TrainingSchedulerStub stub, bool answers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
            [new("LabelGraph:Path", Path.Combine(_folder.FullName, "label-graph.db")), new("Sample:TimeoutSeconds", answers ? "20" : "1")]);
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IMessageDataRepository>(new InMemoryMessageDataRepository());
        builder.Services.AddSingleton(stub);
        builder.AddGraphMatch();
        builder.AddSeed();
        builder.Services.AddMassTransitTestHarness(bus =>
        {
            bus.AddConsumer<TrainingSchedulerStubConsumer>();
            if (answers)
                bus.AddGraphMatchConsumers();
        });
        _host = builder.Build();
    }

    public LogLines Log { get; } = new();

    public LabelGraphProvider Graph => _host.Services.GetRequiredService<LabelGraphProvider>();

    public static async Task<SeedHost> StartAsync(TrainingSchedulerStub stub, bool answers = true)
    {
        var host = new SeedHost(stub, answers);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>Seeds as the program does; the exit code.</summary>
    public Task<int> SeedAsync() => _host.Services.GetRequiredService<Seeder>().RunAsync(CancellationToken.None);

    /// <summary>Puts a part of a graph in beforehand.</summary>
    public async Task ImportAsync(LabelGraphPart part, LabelGraphFormat format, byte[] content)
    {
        var result = await _host.Services.GetRequiredService<LabelGraphWriter>().ImportAsync(new LabelGraphImport(part, format, content), CancellationToken.None);
        result.Rejected.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
