using LabelPlatform.Contracts.Models;

namespace LabelPlatform.Contracts.Training;

/// <summary>The training of one model.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="RunId">Its run.</param>
/// <param name="Label">The label that is trained.</param>
/// <param name="Model">Name of its model.</param>
/// <param name="State"><c>queued</c>, <c>assigned</c>, <c>running</c>, <c>registering</c>, <c>succeeded</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Reason">Why it waits, or how it ended, for people.</param>
/// <param name="Worker">Name of the worker that has or had it.</param>
/// <param name="Stage">What it does: <c>reading</c>, <c>features</c>, <c>training</c>, <c>evaluation</c>.</param>
/// <param name="Fraction">How much of it is done, 0 to 1.</param>
/// <param name="Attempts">How often a trainer was started for it.</param>
/// <param name="Evictions">How often it was stopped to make room.</param>
/// <param name="Version">The version of the model that it makes; null until it is assigned.</param>
/// <param name="Metrics">How good that is, or null.</param>
/// <param name="LiveMetrics">How good the live version is on the same rows, or null.</param>
/// <param name="CreatedAt">When it was queued first (UTC).</param>
/// <param name="StartedAt">When its last attempt began (UTC).</param>
/// <param name="CompletedAt">When it ended (UTC).</param>
/// <param name="Curve">How the training goes; empty in lists and for networks that are fitted at once.</param>
public sealed record TrainingJobDetails(
    Guid JobId,
    Guid RunId,
    string Label,
    string Model,
    string State,
    string? Reason,
    string? Worker,
    string? Stage,
    double Fraction,
    int Attempts,
    int Evictions,
    long? Version,
    ModelMetrics? Metrics,
    ModelMetrics? LiveMetrics,
    DateTime CreatedAt,
    DateTime? StartedAt,
    DateTime? CompletedAt,
    IReadOnlyList<TrainingCurvePoint> Curve);
