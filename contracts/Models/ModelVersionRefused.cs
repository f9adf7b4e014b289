namespace LabelPlatform.Contracts.Models;

/// <summary>What a job left is no model.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Reason">Why, and what to do, for people.</param>
public sealed record ModelVersionRefused(Guid JobId, long Token, string Reason);
