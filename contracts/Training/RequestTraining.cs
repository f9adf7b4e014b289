namespace LabelPlatform.Contracts.Training;

/// <summary>
/// Queues a job for each label. Answered by <see cref="TrainingRunFound"/> or <see cref="TrainingRejected"/>; asked again with the same id, it is the
/// same run.
/// </summary>
/// <param name="RunId">Chosen by who asks.</param>
/// <param name="Dataset">Id or name of the dataset.</param>
/// <param name="Labels">The labels; null: every label of the dataset.</param>
/// <param name="Parameters">How they are trained.</param>
/// <param name="Profile">Which trainer: <c>builtin</c>, or an external one that workers offer.</param>
/// <param name="Priority">Jobs with a higher one go first; -100 to 100.</param>
/// <param name="Promotion">When a version goes live by itself.</param>
/// <param name="RequestedBy">Who asks, for the record.</param>
public sealed record RequestTraining(
    Guid RunId,
    string Dataset,
    IReadOnlyList<LabelToTrain>? Labels,
    TrainingParameters Parameters,
    string Profile = "builtin",
    int Priority = 0,
    PromotionRule Promotion = PromotionRule.WhenNotWorse,
    string? RequestedBy = null);
