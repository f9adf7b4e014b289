using System.Diagnostics.Metrics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.TrainingScheduler;

/// <summary>
/// Counts what is decided about workers, and shows the queue, the workers and the registry as <see cref="TrainingFigures"/> reads them: every scheduler
/// shows the same.
/// </summary>
internal static class TrainingMetrics
{
    /// <summary>Of a job's last attempt, from its assignment until it had ended: trained, evaluated and registered.</summary>
    private static readonly Histogram<double> JobDuration = PlatformTelemetry.Meter.CreateHistogram<double>(
        "labelplatform.training.job.duration",
        "s",
        "Duration of the last attempt of ended jobs.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800] });

    private static readonly Counter<long> Admissions = PlatformTelemetry.Meter.CreateCounter<long>(
        "labelplatform.training.admissions", "{decision}", "Decisions about workers: admitted, opened, held, evicted or offline.");

    private static readonly Counter<long> Evictions = PlatformTelemetry.Meter.CreateCounter<long>(
        "labelplatform.training.evictions", "{job}", "Jobs that were stopped to make room, by what was short: memory or cpu.");

    private static readonly Gauge<int> Jobs = PlatformTelemetry.Meter.CreateGauge<int>(
        "labelplatform.training.jobs", "{job}", "Jobs that have not ended: queued, assigned, running or registering.");

    private static readonly Gauge<double> QueueAge = PlatformTelemetry.Meter.CreateGauge<double>(
        "labelplatform.training.queue.age", "s", "How long the oldest queued job has been there; 0 when none is.");

    private static readonly Gauge<double> WorkerCpu = PlatformTelemetry.Meter.CreateGauge<double>(
        "labelplatform.training.worker.cpu", "1", "Processor time of a worker's machine in its last window, and the part of it that its trainers used.");

    private static readonly Gauge<double> WorkerMemory = PlatformTelemetry.Meter.CreateGauge<double>(
        "labelplatform.training.worker.memory", "1", "Memory of a worker's machine in its last window, and the part of it that its trainers used.");

    private static readonly Gauge<int> WorkerState = PlatformTelemetry.Meter.CreateGauge<int>(
        "labelplatform.training.worker.state", unit: null, "1 for the state that a worker is in, 0 for the others.");

    private static readonly Gauge<int> PublicationsFailing = PlatformTelemetry.Meter.CreateGauge<int>(
        "labelplatform.model.publications.failing", "{model}", "Models whose live version at least one model server cannot load.");

    public static void JobEnded(string outcome, TimeSpan duration) => JobDuration.Record(duration.TotalSeconds, Tag("outcome", outcome));

    public static void Decided(string decision) => Admissions.Add(1, Tag("decision", decision));

    public static void Evicted(string reason) => Evictions.Add(1, Tag("reason", reason));

    public static void JobsFound(string state, int count) => Jobs.Record(count, Tag("state", state));

    public static void QueueFound(TimeSpan age) => QueueAge.Record(age.TotalSeconds);

    public static void FailingFound(int models) => PublicationsFailing.Record(models);

    /// <summary>Shows what a worker measured; <paramref name="of"/> is <c>machine</c> or <c>trainers</c>.</summary>
    public static void WorkerFound(string worker, string of, double cpuPercent, double memoryPercent)
    {
        WorkerCpu.Record(cpuPercent / 100, Tag("worker", worker), Tag("of", of));
        WorkerMemory.Record(memoryPercent / 100, Tag("worker", worker), Tag("of", of));
    }

    public static void WorkerFound(string worker, string state, bool isInIt) =>
        WorkerState.Record(isInIt ? 1 : 0, Tag("worker", worker), Tag("state", state));

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
