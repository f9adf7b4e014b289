using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.Testing;
using MassTransit;

namespace LabelPlatform.Tests.TrainingScheduler;

/// <summary>A worker that does what the test says.</summary>
internal sealed class FakeWorker
{
    /// <summary>A profile whose jobs take nine tenths of the memory.</summary>
    public const string Large = "large";

    private readonly Func<SchedulerHost> _host;
    private Guid _bootId = Guid.NewGuid();
    private DateTime _bootedAt = DateTime.UtcNow;
    private long _sequence;

    public FakeWorker(Func<SchedulerHost> host, string name = "one")
    {
        _host = host;
        Name = name;
    }

    public string Name { get; }

    public Guid Id { get; } = Guid.NewGuid();

    public Received<StartTraining> Started { get; } = new();

    public Received<StopTraining> Stopped { get; } = new();

    public Received<TrainingWorkerGranted> Granted { get; } = new();

    /// <summary>Jobs that it says it runs.</summary>
    public List<RunningTraining> Running { get; } = [];

    /// <summary>The highest number that it has heard.</summary>
    public long Grant => Math.Max(
        Started.Messages.Select(start => start.Grant).DefaultIfEmpty().Max(),
        Granted.Messages.Select(grant => grant.Grant).DefaultIfEmpty().Max());

    /// <summary>Starts its program anew.</summary>
    public void Restart()
    {
        _bootId = Guid.NewGuid();
        _bootedAt = _bootedAt.AddSeconds(1);
        _sequence = 0;
        Running.Clear();
    }

    /// <summary>Its queue, on a bus that has started.</summary>
    public async Task ListenAsync()
    {
        var handle = ((IBusControl)_host().Bus).ConnectReceiveEndpoint($"trainer-{Id:N}", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = 1;
            endpoint.Instance(Started);
            endpoint.Instance(Stopped);
            endpoint.Instance(Granted);
        });
        await handle.Ready;
    }

    public Task SampleAsync(
        double cpu = 5, double memory = 20, double ownCpu = 0, double ownMemory = 0, double quiet = 1000, long? grant = null, long? sequence = null) =>
        _host().Bus.Publish(new TrainingWorkerSampled(
            Id,
            Name,
            _bootId,
            _bootedAt,
            sequence ?? ++_sequence,
            grant ?? Grant,
            Cores: 4,
            MemoryBytes: 1_000_000_000,
            new ResourceWindow(3, cpu, memory, ownCpu, ownMemory),
            quiet,
            [.. Running],
            [new TrainingProfileOffer("builtin", Cores: 0.4, MemoryBytes: 100_000_000), new TrainingProfileOffer(Large, Cores: 0.4, MemoryBytes: 900_000_000)]));

    /// <summary>Says that a job's trainer was started.</summary>
    public async Task StartAsync(StartTraining start)
    {
        Running.Add(new RunningTraining(start.JobId, start.Token, new TrainingUsage(0.5, 120_000_000, 1)));
        await _host().Bus.Publish(new TrainingStarted(start.JobId, start.Token));
    }

    /// <summary>Leaves a version, and says so.</summary>
    public async Task SucceedAsync(StartTraining start, double f1 = 0.9, double? liveF1 = null, int positives = 100)
    {
        Running.RemoveAll(running => running.JobId == start.JobId);
        WriteVersion(start.Order);
        await _host().Bus.Publish(new TrainingSucceeded(
            start.JobId, start.Token, Metrics(f1, positives), liveF1 is { } live ? Metrics(live, positives) : null, new TrainingUsage(1, 200_000_000, 2), "done"));
    }

    public Task FailAsync(StartTraining start, string reason, bool isFinal)
    {
        Running.RemoveAll(running => running.JobId == start.JobId);
        return _host().Bus.Publish(new TrainingFailed(start.JobId, start.Token, reason, isFinal, new TrainingUsage(1, 200_000_000, 2), "tail"));
    }

    public static void WriteVersion(TrainingOrder order)
    {
        var folder = Path.Combine(order.Folder, order.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var extra = Directory.CreateDirectory(Path.Combine(folder, "assets.extra", "labelplatform")).FullName;
        File.WriteAllText(Path.Combine(folder, "saved_model.pb"), "a model");
        File.WriteAllText(
            Path.Combine(extra, "model.json"),
            System.Text.Json.JsonSerializer.Serialize(new { label = order.Label, model = order.Model, version = order.Version }));
    }

    private static ModelMetrics Metrics(double f1, int positives) => new(positives, 900, f1, f1, f1, f1, 0.95, 0.01);
}
