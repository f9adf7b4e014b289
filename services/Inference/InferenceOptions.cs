using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Inference;

/// <summary>Which models there are and how they are asked. Section <c>Inference</c>.</summary>
public sealed class InferenceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Inference";

    /// <summary>
    /// Path of the <c>models.config</c> that the model servers read too. Without one there are no models but the sub-services.
    /// </summary>
    public string? ModelsConfig { get; set; }

    /// <summary>Seconds between two looks at <see cref="ModelsConfig"/> and the manifests.</summary>
    [Range(0.1, 3600)]
    public double ModelsConfigPollSeconds { get; set; } = 2;

    /// <summary>The model servers.</summary>
    public IList<ModelServerOptions> Servers { get; init; } = [];

    /// <summary>Labels that a sub-service answers instead of a model server.</summary>
    public IList<SubServiceOptions> SubServices { get; init; } = [];

    /// <summary>Milliseconds that one call to a model may take; never longer than what the deadline of the texts leaves.</summary>
    [Range(1, 600_000)]
    public int ModelTimeoutMs { get; set; } = 1000;

    /// <summary>Milliseconds that connecting to a server may take.</summary>
    [Range(1, 60_000)]
    public int ConnectTimeoutMs { get; set; } = 500;

    /// <summary>
    /// Connections to one server or sub-service at most; further calls wait for a free one. A model that hangs holds up to 32, one for each
    /// message in work, which the other models of its server must not feel.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxConnectionsPerServer { get; set; } = 512;

    /// <summary>Calls to one sub-service at once for one message; it is asked once a text.</summary>
    [Range(1, 1000)]
    public int SubServiceParallelism { get; set; } = 8;

    /// <summary>When a model on a server is left alone for a while.</summary>
    [Required]
    public CircuitBreakerOptions CircuitBreaker { get; init; } = new();
}
