namespace LabelPlatform.Trainer;

/// <summary>An operator's own trainer.</summary>
public sealed class TrainerProfileOptions
{
    /// <summary>
    /// The program and its arguments; no shell sees them. <c>{job}</c> and <c>{output}</c> in an argument become the path of the job file and of the folder that
    /// the version is to be left in.
    /// </summary>
    public string[] Command { get; set; } = [];

    /// <summary>Cores that it is expected to take before anything is known of a job.</summary>
    public double Cores { get; set; } = 1;

    /// <summary>Memory that it is expected to take before anything is known of a job, in bytes.</summary>
    public long MemoryBytes { get; set; } = 2L << 30;

    /// <summary>How long it and the evaluation after it may take, in minutes; null: as other trainers.</summary>
    public double? TimeoutMinutes { get; set; }
}
