namespace LabelPlatform.Contracts.Training;

/// <summary>One request to train labels.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="State"><c>running</c>, <c>completed</c> (all its jobs have ended) or <c>cancelled</c>.</param>
/// <param name="Dataset">Id of the dataset.</param>
/// <param name="Parameters">How its labels are trained.</param>
/// <param name="Profile">Which trainer.</param>
/// <param name="Priority">Jobs with a higher one go first.</param>
/// <param name="Promotion">When versions go live by themselves.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="CreatedAt">When it was asked for (UTC).</param>
/// <param name="CompletedAt">When its last job ended (UTC), or null.</param>
/// <param name="Jobs">Its jobs, by label.</param>
public sealed record TrainingRunDetails(
    Guid RunId,
    string State,
    string Dataset,
    TrainingParameters Parameters,
    string Profile,
    int Priority,
    PromotionRule Promotion,
    string? RequestedBy,
    DateTime CreatedAt,
    DateTime? CompletedAt,
    IReadOnlyList<TrainingJobDetails> Jobs);
