namespace LabelPlatform.ModelServer.Servables;

/// <summary>How a configured model is doing.</summary>
/// <param name="Model">Its name.</param>
/// <param name="IsAvailable">Whether a version is available.</param>
/// <param name="Versions">Its versions, newest first.</param>
internal sealed record ModelHealth(string Model, bool IsAvailable, IReadOnlyList<VersionStatus> Versions);
