namespace LabelPlatform.ModelServer.Servables;

/// <summary>What <see cref="AvailabilityPreservingPolicy"/> needs to know of a version.</summary>
internal readonly record struct VersionSnapshot(long Version, VersionPhase Phase, bool Aspired);
