using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Trainer;

/// <summary>How the training worker works. Section <c>Trainer</c>.</summary>
public sealed class TrainerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Trainer";

    /// <summary>Name of the worker, unique among all workers: it is its identity.</summary>
    [Required]
    public string Name { get; set; } = Environment.MachineName;

    /// <summary>How often CPU and memory are measured, in seconds.</summary>
    [Range(0.01, 60)]
    public double SampleSeconds { get; set; } = 1;

    /// <summary>The time over which CPU is averaged, in seconds.</summary>
    [Range(0.01, 600)]
    public double WindowSeconds { get; set; } = 3;

    /// <summary>How long a trainer and the evaluation after it may take, in minutes, unless its profile says otherwise.</summary>
    [Range(0.01, 100_000)]
    public double TimeoutMinutes { get; set; } = 360;

    /// <summary>Threads of a builtin trainer at most; null: half of the cores, at least 1.</summary>
    [Range(1, 1024)]
    public int? Threads { get; set; }

    /// <summary>
    /// Memory that the trainers may use, in bytes; null: what the machine or its cgroup has. When it is set, memory is measured in percent of it and counts
    /// the trainers alone.
    /// </summary>
    [Range(1 << 20, long.MaxValue)]
    public long? MemoryLimitBytes { get; set; }

    /// <summary>
    /// Cores that the trainers may use; null: those of the machine or its cgroup. When it is set, CPU is measured in percent of it and counts the trainers
    /// alone.
    /// </summary>
    [Range(0.1, 10_000)]
    public double? Cores { get; set; }

    /// <summary>Memory that a builtin trainer is expected to take before anything is known of a job, in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long BuiltinMemoryBytes { get; set; } = 512 << 20;

    /// <summary>The operator's own trainers, by name. Nothing else can be started but <c>builtin</c>.</summary>
    public Dictionary<string, TrainerProfileOptions> Profiles { get; } = new(StringComparer.Ordinal);
}
