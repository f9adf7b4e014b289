namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>Names of the states of <see cref="TrainingJobStateMachine"/>, for queries.</summary>
internal static class JobStates
{
    public const string Queued = nameof(TrainingJobStateMachine.Queued);
    public const string Assigned = nameof(TrainingJobStateMachine.Assigned);
    public const string Running = nameof(TrainingJobStateMachine.Running);
    public const string Registering = nameof(TrainingJobStateMachine.Registering);
    public const string Succeeded = nameof(TrainingJobStateMachine.Succeeded);
    public const string Failed = nameof(TrainingJobStateMachine.Failed);
    public const string Cancelled = nameof(TrainingJobStateMachine.Cancelled);
}
