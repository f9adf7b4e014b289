using System.Globalization;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>What trains models, as processes: Api, GraphMatch, schedulers and workers, over a real RabbitMQ and a real PostgreSQL.</summary>
internal sealed class TrainingPlatform : IAsyncDisposable
{
    public const string Scheduler = "TrainingScheduler";
    public const string Trainer = "Trainer";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _folder = new();
    private readonly List<ServiceProcess> _services = [];
    private TrainingClient? _client;

    private TrainingPlatform()
    {
    }

    public TrainingClient Client => _client!;

    public string Models => _folder.Folder("models");

    public string Folder => _folder.Path;

    /// <summary>Starts it.</summary>
    /// <param name="rabbitMq">The broker.</param>
    /// <param name="postgreSql">The database server; what is in schema <c>training</c> of it stays, so that tests take one of their own.</param>
    /// <param name="schedulers">Processes of TrainingScheduler.</param>
    /// <param name="workers">Processes of Trainer.</param>
    /// <param name="settings">More settings of every service, as <c>Section__Key</c>; may name the platform's folder.</param>
    public static async Task<TrainingPlatform> StartAsync(
        RabbitMqAddress rabbitMq,
        PostgreSqlAddress postgreSql,
        int schedulers = 1,
        int workers = 1,
        Func<TrainingPlatform, Dictionary<string, string?>>? settings = null)
    {
        var platform = new TrainingPlatform();
        try
        {
            var all = platform.Settings(rabbitMq, postgreSql);
            foreach (var (key, value) in settings?.Invoke(platform) ?? [])
                all[key] = value;
            await platform.StartServicesAsync(all, schedulers, workers);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>The replicas of a service.</summary>
    public IReadOnlyList<ServiceProcess> Of(string service) => [.. _services.Where(process => process.Service == service)];

    /// <summary>Kills a service's process and starts it again, as a supervisor would.</summary>
    public static async Task RestartAsync(ServiceProcess service)
    {
        await service.KillAsync();
        await service.DisposeAsync();
        service.Start();
    }

    /// <summary>Ids of the processes that train or evaluate something of this platform.</summary>
    public IReadOnlyList<int> TrainerProcesses() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && CommandLineOf(id).Contains(_folder.Path, StringComparison.Ordinal)),
    ];

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        foreach (var service in _services)
            await service.DisposeAsync();
        _folder.Dispose();
    }

    private static string CommandLineOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private Dictionary<string, string?> Settings(RabbitMqAddress rabbitMq, PostgreSqlAddress postgreSql) => new(rabbitMq.ToSettings())
    {
        [ServiceProcess.MessageLog] = "Warning",
        ["Messaging__MessageDataPath"] = _folder.Folder("message-data"),
        ["LabelGraph__Path"] = Path.Combine(_folder.Path, "label-graph.db"),
        ["Persistence__ConnectionString"] = postgreSql.ConnectionString,
        ["Persistence__SweepSeconds"] = "0.2",
        ["Training__DatasetsPath"] = _folder.Folder("datasets"),
        ["Training__ModelsPath"] = _folder.Folder("models"),
        ["Trainer__SampleSeconds"] = "0.2",
        ["Trainer__WindowSeconds"] = "0.4",
        ["Admission__SettlingSeconds"] = "0.4",
        ["Training__RetryBackoffSeconds"] = "0.5",
    };

    private async Task StartServicesAsync(Dictionary<string, string?> settings, int schedulers, int workers)
    {
        Add("GraphMatch", settings);
        Add("Api", settings);
        for (var i = 0; i < schedulers; i++)
            Add(Scheduler, settings);
        for (var i = 0; i < workers; i++)
            Add(Trainer, new Dictionary<string, string?>(settings) { ["Trainer__Name"] = $"worker-{i + 1}" });
        foreach (var service in _services)
            service.Start();
        foreach (var service in _services)
            await service.UntilReadyAsync(StartLimit);
        _client = new TrainingClient(_services.Single(service => service.Service == "Api").Url);
    }

    private void Add(string service, Dictionary<string, string?> settings) => _services.Add(new ServiceProcess(service, settings));
}
