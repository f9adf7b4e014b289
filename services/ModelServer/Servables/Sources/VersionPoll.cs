namespace LabelPlatform.ModelServer.Servables.Sources;

/// <summary>What a look at the folder of a model found.</summary>
/// <param name="Versions">The versions that should be served.</param>
/// <param name="Warnings">What is probably not meant, for people.</param>
internal sealed record VersionPoll(IReadOnlyList<AspiredVersion> Versions, IReadOnlyList<string> Warnings);
