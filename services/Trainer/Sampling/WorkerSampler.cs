using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Processes;
using LabelPlatform.Trainer.Worker;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>Measures the machine and the trainers, and makes the samples that the scheduler decides by. Not thread-safe.</summary>
internal sealed class WorkerSampler(
    ResourceSources sources,
    TrainerOptions options,
    WorkerIdentity me,
    TrainingWorker worker,
    TrainerActivity activity,
    TrainerPrograms programs,
    TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly ResourceMeter _meter = new(
        TimeSpan.FromSeconds(options.WindowSeconds),
        TimeSpan.FromSeconds(options.SampleSeconds / 2),
        options.Cores ?? sources.Cpu.Cores,
        options.MemoryLimitBytes ?? sources.Memory.Limit);

    private double _ownSeconds;
    private long _sequence;

    public double Cores => options.Cores ?? sources.Cpu.Cores;

    public long MemoryBytes => options.MemoryLimitBytes ?? sources.Memory.Limit;

    /// <returns>The sample; null until a window is full.</returns>
    public TrainingWorkerSampled? Take()
    {
        // The jobs before the figures: what starts in between is not settled yet.
        var quiet = activity.QuietSeconds;
        var (grant, running) = worker.Current;
        var ownMemory = MeasureTrainers(running);
        var reading = new ResourceReading(
            time.GetElapsedTime(_start),
            options.Cores is null ? sources.Cpu.ReadSeconds() : _ownSeconds,
            options.MemoryLimitBytes is null ? sources.Memory.ReadUsed() : ownMemory,
            _ownSeconds,
            ownMemory);
        return _meter.Add(reading) is { } window
            ? new TrainingWorkerSampled(
                me.Id,
                me.Name,
                me.BootId,
                me.BootedAt,
                ++_sequence,
                grant,
                Cores,
                MemoryBytes,
                window,
                Math.Min(quiet, activity.QuietSeconds),
                [.. running.Select(attempt => new RunningTraining(attempt.JobId, attempt.Token, attempt.Usage.Current))],
                programs.Offers)
            : null;
    }

    private long MeasureTrainers(IReadOnlyList<TrainingAttempt> running)
    {
        if (running.Count == 0)
            return 0;
        var table = ProcessTable.Read();
        var memory = 0L;
        foreach (var attempt in running)
        {
            if (attempt.Leader is not { } leader || table.MembersOf(leader) is not { Count: > 0 } members)
                continue;
            var ofAttempt = members.Sum(process => ProcessMemory.Read(process));
            _ownSeconds += attempt.Usage.Add(leader, members.Sum(process => process.CpuSeconds), ofAttempt);
            memory += ofAttempt;
        }

        return memory;
    }
}
