using LabelPlatform.GraphMatch;
using LabelPlatform.LabelGraph;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabelPlatform.Tests.GraphMatch;

/// <summary>GraphMatch on the test harness's bus, over an embedded graph in a folder of its own.</summary>
internal sealed class GraphMatchHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graph-match-");
    private readonly IHost _host;

    private GraphMatchHost(Action<IServiceCollection>? configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("LabelGraph:Path", Path.Combine(_folder.FullName, "label-graph.db"))]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddGraphMatch();
        builder.Services.AddMassTransitTestHarness(bus =>
        {
            bus.SetKebabCaseEndpointNameFormatter();
            bus.AddGraphMatchConsumers();
        });
        configure?.Invoke(builder.Services);
        _host = builder.Build();
    }

    public ITestHarness Harness => _host.Services.GetTestHarness();

    public LabelGraphProvider Graph => _host.Services.GetRequiredService<LabelGraphProvider>();

    public LabelGraphWriter Writer => _host.Services.GetRequiredService<LabelGraphWriter>();

    public static async Task<GraphMatchHost> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var host = new GraphMatchHost(configure);
        await host._host.StartAsync();
        return host;
    }

    public IRequestClient<T> Client<T>()
        where T : class => Harness.GetRequestClient<T>();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
