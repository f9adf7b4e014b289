namespace LabelPlatform.Api.Batching;

/// <summary>A whole stage, or the owner of some data, did not answer in time: the request is refused (503) rather than answered wrongly.</summary>
internal sealed class StageUnavailableException(string stage, string reason, Exception? inner = null)
    : Exception($"{stage} {reason}", inner)
{
    /// <summary>Name of the service that did not answer.</summary>
    public string Stage { get; } = stage;
}
