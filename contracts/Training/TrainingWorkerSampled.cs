namespace LabelPlatform.Contracts.Training;

/// <summary>A worker's figures, about every second. Only the newest counts; one that is lost is made up for by the next.</summary>
/// <param name="WorkerId">The worker: made from its name.</param>
/// <param name="Name">Its name, unique among workers.</param>
/// <param name="BootId">New at each of its starts.</param>
/// <param name="BootedAt">When it started (UTC, by its own clock).</param>
/// <param name="Sequence">Number of the sample since then, from 1.</param>
/// <param name="Grant">Number of the last grant or order that it has seen.</param>
/// <param name="Cores">Cores that it may use.</param>
/// <param name="MemoryBytes">Memory that it may use.</param>
/// <param name="Window">What was used over the last window.</param>
/// <param name="QuietSeconds">How long ago, by its own clock, a trainer of it started or ended last.</param>
/// <param name="Jobs">The jobs whose trainers run.</param>
/// <param name="Profiles">The trainers that it offers.</param>
public sealed record TrainingWorkerSampled(
    Guid WorkerId,
    string Name,
    Guid BootId,
    DateTime BootedAt,
    long Sequence,
    long Grant,
    double Cores,
    long MemoryBytes,
    ResourceWindow Window,
    double QuietSeconds,
    IReadOnlyList<RunningTraining> Jobs,
    IReadOnlyList<TrainingProfileOffer> Profiles);
