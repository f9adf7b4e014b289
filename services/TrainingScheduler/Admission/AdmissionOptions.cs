using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>When workers are given jobs. Section <c>Admission</c>.</summary>
public sealed class AdmissionOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Admission";

    /// <summary>Below this, processor and memory, a worker that has jobs gets another one (percent).</summary>
    [Range(1, 100)]
    public double CalmPercent { get; set; } = 55;

    /// <summary>What a job is expected to need must stay within this; above it jobs are stopped (percent).</summary>
    [Range(1, 100)]
    public double DangerPercent { get; set; } = 95;

    /// <summary>Seconds after a trainer's start that say nothing yet; a whole window follows them before the next job.</summary>
    [Range(0, 600)]
    public double SettlingSeconds { get; set; } = 3;

    /// <summary>Jobs of one worker at most.</summary>
    [Range(1, 1000)]
    public int MaxJobsPerWorker { get; set; } = 32;

    /// <summary>Seconds without a sample after which a worker is lost and its jobs are queued again.</summary>
    [Range(0.5, 3600)]
    public double SilenceSeconds { get; set; } = 10;

    /// <summary>Seconds between two grants.</summary>
    [Range(0, 600)]
    public double GrantSeconds { get; set; } = 5;

    /// <summary>Seconds until an evicted job may be given to a worker again; doubled each time.</summary>
    [Range(0, 3600)]
    public double EvictionBackoffSeconds { get; set; } = 30;

    /// <summary>After so many evictions a job waits for a worker of its own.</summary>
    [Range(1, 100)]
    public int EvictionsUntilAlone { get; set; } = 3;

    /// <summary>Seconds of being passed over after which a job reserves a worker.</summary>
    [Range(0, 3600)]
    public double ReserveAfterSeconds { get; set; } = 60;
}
