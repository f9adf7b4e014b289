using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Contracts.Models;

/// <summary>A version of a model.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Label">The label that it decides.</param>
/// <param name="Version">Its number.</param>
/// <param name="State"><c>live</c>, <c>previous</c>, <c>waiting</c> (for a person), <c>kept</c>, or <c>retired</c> (its files are removed).</param>
/// <param name="Reason">Why it went live or waits, for people.</param>
/// <param name="Metrics">How good it is on the test rows of its dataset.</param>
/// <param name="LiveMetrics">How good the version that was live then is on the same rows; null when there was none.</param>
/// <param name="Parameters">What it was trained with.</param>
/// <param name="Profile">Which trainer made it.</param>
/// <param name="Dataset">Id of the dataset.</param>
/// <param name="RunId">The run that made it.</param>
/// <param name="JobId">The job that made it.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="CreatedAt">When it was registered (UTC).</param>
/// <param name="Curve">How its training went; empty in lists and for networks that are fitted at once.</param>
public sealed record ModelVersionDetails(
    string Model,
    string Label,
    long Version,
    string State,
    string? Reason,
    ModelMetrics Metrics,
    ModelMetrics? LiveMetrics,
    TrainingParameters Parameters,
    string Profile,
    string Dataset,
    Guid RunId,
    Guid JobId,
    string? RequestedBy,
    DateTime CreatedAt,
    IReadOnlyList<TrainingCurvePoint> Curve);
