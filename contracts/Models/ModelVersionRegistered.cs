namespace LabelPlatform.Contracts.Models;

/// <summary>The version of a job is in the registry.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Version">The version.</param>
/// <param name="Reason">What the gate says of it, for people.</param>
public sealed record ModelVersionRegistered(Guid JobId, long Token, string Model, long Version, string Reason);
