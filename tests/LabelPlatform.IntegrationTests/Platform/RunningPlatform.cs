using LabelPlatform.IntegrationTests.Infrastructure;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>The services as processes over a real RabbitMQ and a real Neo4j, with <see cref="TestGraph"/> in it.</summary>
public sealed class RunningPlatform : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly List<ServiceProcess> _services = [];
    private readonly List<ApiClient> _apis = [];

    private RunningPlatform()
    {
    }

    /// <summary>The replicas of Api.</summary>
    public IReadOnlyList<ApiClient> Apis => _apis;

    public ApiClient Api => _apis[0];

    /// <param name="rabbitMq">The broker.</param>
    /// <param name="neo4j">The graph's server; what it holds is removed.</param>
    /// <param name="replicas">Processes of each service.</param>
    /// <param name="settings">More settings of every service, as <c>Section__Key</c>.</param>
    public static async Task<RunningPlatform> StartAsync(
        RabbitMqAddress rabbitMq,
        Neo4jAddress neo4j,
        int replicas = 1,
        IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        using (var client = new Neo4jClient(neo4j))
            await client.ClearAsync();

        var platform = new RunningPlatform();
        try
        {
            await platform.StartServicesAsync([.. rabbitMq.ToSettings(), .. neo4j.ToSettings(), .. settings ?? []], replicas);
            await platform.Api.ImportAsync(TestGraph.Tree, TestGraph.Vocabulary);
            await platform.WarmUpAsync();
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>The replicas of a service.</summary>
    public IEnumerable<ServiceProcess> Of(string service) => _services.Where(process => process.Service == service);

    public async ValueTask DisposeAsync()
    {
        foreach (var api in _apis)
            api.Dispose();
        foreach (var service in _services)
            await service.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The first messages compile each process's whole path; tests with a deadline are not about that.</summary>
    private async Task WarmUpAsync()
    {
        string[] texts = [.. Enumerable.Repeat("梨子", 100)];
        foreach (var api in _apis)
            await api.LabelAsync(texts, deadlineMs: 20_000);
    }

    private async Task StartServicesAsync(List<KeyValuePair<string, string?>> settings, int replicas)
    {
        settings.Add(new("Messaging__MessageDataPath", _folder.Folder("message-data")));
        foreach (var service in ServiceProcess.Stages.Keys.Append(ServiceProcess.Api))
        {
            for (var replica = 0; replica < replicas; replica++)
            {
                var process = new ServiceProcess(service, settings);
                _services.Add(process);
                process.Start();
                if (service == ServiceProcess.Api)
                    _apis.Add(new ApiClient(process.Url));
            }
        }

        foreach (var service in _services)
            await service.UntilReadyAsync(StartLimit);
    }
}
