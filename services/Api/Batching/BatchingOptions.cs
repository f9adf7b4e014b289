using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.Api.Batching;

/// <summary>How concurrent requests share messages. Section <c>Batching</c>.</summary>
public sealed class BatchingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Batching";

    /// <summary>Texts in a message at most.</summary>
    [Range(1, 1000)]
    public int MaxTexts { get; set; } = 64;

    /// <summary>Bytes in a message at most, estimated; a single text may be larger.</summary>
    [Range(1024, 1024 * 1024)]
    public int MaxBytes { get; set; } = 64 * 1024;

    /// <summary>Messages of a stage in flight at once: one at any time, the further ones only when they are half full.</summary>
    [Range(1, 256)]
    public int MessagesInFlight { get; set; } = 4;

    /// <summary>Milliseconds after which a message in flight no longer holds up the next ones.</summary>
    [Range(1, 60_000)]
    public int SlowAfterMs { get; set; } = 25;

    /// <summary>Texts waiting for a stage at most; further requests are refused with 503.</summary>
    [Range(1, 10_000_000)]
    public int MaxPendingTexts { get; set; } = 20_000;
}
