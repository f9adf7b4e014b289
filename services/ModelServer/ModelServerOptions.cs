using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.ModelServer;

/// <summary>
/// What is served and how. Section <c>ModelServer</c>; TensorFlow Serving's flags set the same (<c>--model_config_file</c> is
/// <see cref="ModelConfigFile"/>). What requests may ask is in <see cref="Rest.RestOptions"/>.
/// </summary>
public sealed class ModelServerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ModelServer";

    /// <summary>
    /// Address that the server listens on; the default is reached from this machine only, <c>0.0.0.0</c> from everywhere. <c>urls</c>
    /// (<c>--urls</c>, <c>ASPNETCORE_URLS</c>) replaces it and <see cref="RestApiPort"/>.
    /// </summary>
    [Required]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Port of the REST interface. TensorFlow Serving's default is 0, without REST; there is nothing else here.</summary>
    [Range(1, 65535)]
    public int RestApiPort { get; set; } = 8501;

    /// <summary>Path of the <c>models.config</c>. It goes before <see cref="ModelBasePath"/>.</summary>
    public string? ModelConfigFile { get; set; }

    /// <summary>Seconds between two looks at <see cref="ModelConfigFile"/>; 0: it is read once.</summary>
    [Range(0, 86_400)]
    public int ModelConfigFilePollWaitSeconds { get; set; }

    /// <summary>Name of the model of <see cref="ModelBasePath"/>.</summary>
    [Required]
    public string ModelName { get; set; } = "default";

    /// <summary>Folder of the versions of the one model that is served without a <see cref="ModelConfigFile"/>.</summary>
    public string? ModelBasePath { get; set; }

    /// <summary>Seconds between two looks at the folders of the models; 0: they are looked at once (and when the configuration changes), negative: never.</summary>
    [Range(int.MinValue, 86_400)]
    public int FileSystemPollWaitSeconds { get; set; } = 1;

    /// <summary>Versions that are loaded at once when the server is ready, 0 standing for 1. At start it is one per processor.</summary>
    [Range(0, 1024)]
    public int NumLoadThreads { get; set; }

    /// <summary>How often loading a version is tried again before it is given up.</summary>
    [Range(0, int.MaxValue)]
    public int MaxNumLoadRetries { get; set; } = 5;

    /// <summary>Microseconds between two tries to load a version.</summary>
    [Range(0, 86_400_000_000)]
    public long LoadRetryIntervalMicros { get; set; } = 60_000_000;

    /// <summary>Tags of the graph to load from a SavedModel, separated by commas.</summary>
    [Required]
    public string SavedModelTags { get; set; } = "serve";

    /// <summary>Whether the requests of <c>assets.extra/tf_serving_warmup_requests</c> are run before a version becomes available.</summary>
    public bool EnableModelWarmup { get; set; } = true;

    /// <summary>Whether a label that is new to its model may name a version that is not available.</summary>
    public bool AllowVersionLabelsForUnavailableModels { get; set; }

    /// <summary>Path of the file that turns on the metrics for Prometheus: <c>prometheus_config { enable: true }</c>.</summary>
    public string? MonitoringConfigFile { get; set; }

    /// <summary>Flags of TensorFlow Serving that were given and mean nothing here; they are logged.</summary>
    public string? FlagsWithoutEffect { get; set; }
}
