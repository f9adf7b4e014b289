namespace LabelPlatform.ModelServer.Servables;

/// <summary>What is to be done with a version.</summary>
internal readonly record struct VersionAction(VersionActionKind Kind, long Version);
