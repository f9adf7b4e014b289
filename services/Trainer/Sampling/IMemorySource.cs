namespace LabelPlatform.Trainer.Sampling;

/// <summary>Memory of the machine, or of the cgroup that limits it.</summary>
internal interface IMemorySource
{
    /// <summary>Bytes that there are.</summary>
    long Limit { get; }

    /// <summary>Bytes that everything in it has and that cannot be taken back at once, as file caches can.</summary>
    long ReadUsed();
}
