using System.Collections.Frozen;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>What requests to a model may take hold of. Immutable; replaced as a whole.</summary>
/// <param name="Available">The available versions, newest first.</param>
/// <param name="Labels">The versions by label.</param>
internal sealed record PublishedVersions(ServableVersion[] Available, FrozenDictionary<string, long> Labels)
{
    public static PublishedVersions None { get; } = new([], FrozenDictionary<string, long>.Empty);

    public ServableVersion? Newest => Available.Length > 0 ? Available[0] : null;

    /// <exception cref="SavedModelException">There is no such version or label.</exception>
    public ServableVersion Find(ServableRequest request)
    {
        if (request is { Version: null, Label: { } label })
        {
            request = Labels.TryGetValue(label, out var labelled)
                ? request with { Version = labelled }
                : throw new SavedModelException(StatusCode.InvalidArgument, $"Unrecognized servable version label: {label}");
        }

        return (request.Version is { } number ? Array.Find(Available, version => version.Number == number) : Newest)
            ?? throw new SavedModelException(StatusCode.NotFound, $"Servable not found for request: {request}");
    }
}
