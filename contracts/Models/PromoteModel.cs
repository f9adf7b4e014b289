namespace LabelPlatform.Contracts.Models;

/// <summary>
/// Makes a version the live one. Answered by <see cref="ModelPromoted"/>, <see cref="ModelPromotionRejected"/> or <see cref="ModelNotFound"/>.
/// </summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">The version.</param>
/// <param name="RequestedBy">Who wants it, for the record.</param>
public sealed record PromoteModel(string Model, long Version, string? RequestedBy = null);
