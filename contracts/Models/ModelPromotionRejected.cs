namespace LabelPlatform.Contracts.Models;

/// <summary>The version cannot go live; what was live stays.</summary>
/// <param name="Reason">Why, and what to do, for people.</param>
public sealed record ModelPromotionRejected(string Reason);
