namespace LabelPlatform.Contracts.Models;

/// <summary>
/// Makes the version before the live one live again. Answered by <see cref="ModelPromoted"/>, <see cref="ModelPromotionRejected"/> or
/// <see cref="ModelNotFound"/>.
/// </summary>
/// <param name="Model">Name of the model.</param>
/// <param name="RequestedBy">Who wants it, for the record.</param>
public sealed record RollBackModel(string Model, string? RequestedBy = null);
