using System.Collections.Frozen;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>What requests to a model may take hold of. Immutable; replaced as a whole.</summary>
/// <param name="Available">The available versions, newest first.</param>
/// <param name="Labels">The versions by label.</param>
internal sealed record PublishedVersions(ServableVersion[] Available, FrozenDictionary<string, long> Labels)
{
    public static PublishedVersions None { get; } = new([], FrozenDictionary<string, long>.Empty);

    public ServableVersion? Newest => Available.Length > 0 ? Available[0] : null;

    public ServableVersion? Find(long number) => Array.Find(Available, version => version.Number == number);
}
