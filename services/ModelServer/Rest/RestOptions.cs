using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.ModelServer.Rest;

/// <summary>What the REST interface allows. Section <c>ModelServer</c>, as <see cref="ModelServerOptions"/>.</summary>
public sealed class RestOptions
{
    /// <summary>Milliseconds that a model may take to answer one request; after them the request fails with status 504.</summary>
    [Range(1, 86_400_000)]
    public int RestApiTimeoutInMs { get; set; } = 30_000;

    /// <summary>Whether pages of other origins may read the answers.</summary>
    public bool RestApiEnableCorsSupport { get; set; }

    /// <summary>Bytes of a request's body at most, as it is sent.</summary>
    [Range(1, 1 << 30)]
    public int MaxRequestBodyBytes { get; set; } = 64 << 20;

    /// <summary>Bytes of a compressed body at most, once it is inflated.</summary>
    [Range(1, 1 << 30)]
    public int MaxInflatedBytes { get; set; } = 100 << 20;

    /// <summary>JSON values and names in a request at most; each takes 16 bytes of memory while the request is answered.</summary>
    [Range(1, 1 << 26)]
    public int MaxJsonNodes { get; set; } = 8_000_000;

    /// <summary>Elements of the list <c>instances</c> at most.</summary>
    [Range(1, int.MaxValue)]
    public int MaxRows { get; set; } = 16_384;

    /// <summary>Elements of all input tensors of a request together at most.</summary>
    [Range(1, int.MaxValue)]
    public int MaxElements { get; set; } = 4_000_000;
}
