namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

internal enum DamageKind
{
    Truncate,
    Flip,
    Overwrite,
    Insert,
    Remove,
}
