namespace LabelPlatform.Trainer.Sampling;

/// <summary>Processor time of the machine, or of the cgroup that limits it.</summary>
internal interface ICpuSource
{
    /// <summary>Cores that there are.</summary>
    double Cores { get; }

    /// <summary>Seconds of processor that everything in it has used, since some moment.</summary>
    double ReadSeconds();
}
