namespace LabelPlatform.ModelServer.Servables;

/// <summary>Where the manager is with a version. It knows more than <see cref="ServableState"/>: an end may be a failure or not.</summary>
internal enum VersionPhase
{
    New,
    Loading,
    Ready,
    Unloading,
    Disabled,
    Error,
}
