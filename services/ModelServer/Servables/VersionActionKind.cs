namespace LabelPlatform.ModelServer.Servables;

internal enum VersionActionKind
{
    Load,
    Unload,
}
