namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>The one row that whoever writes <c>models.config</c> locks.</summary>
internal sealed class RegistryLock
{
    public const int TheOne = 1;

    public int Id { get; set; }
}
