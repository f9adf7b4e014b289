using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Api.Training;

/// <summary>Datasets, training and models over REST. Section <c>TrainingApi</c>.</summary>
public sealed class TrainingApiOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "TrainingApi";

    /// <summary>Bytes of a dataset at most, as sent and after decompression.</summary>
    [Range(1024, 1024L * 1024 * 1024 * 1024)]
    public long MaxDatasetBytes { get; set; } = 512 * 1024 * 1024;

    /// <summary>Bytes of a request for training at most.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Seconds within which TrainingScheduler must have answered.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds within which TrainingScheduler must have read a dataset.</summary>
    [Range(1, 24 * 3600)]
    public int DatasetTimeoutSeconds { get; set; } = 600;

    /// <summary>Seconds without an event after which a stream of events shows that it lives.</summary>
    [Range(1, 3600)]
    public int HeartbeatSeconds { get; set; } = 15;

    /// <summary>Events that may wait for a slow reader before older ones of the same job are left out.</summary>
    [Range(1, 100_000)]
    public int MaxPendingEvents { get; set; } = 256;
}
