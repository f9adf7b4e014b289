using LabelPlatform.Contracts.Models;

namespace LabelPlatform.Contracts.Training;

/// <summary>A trainer has left a version, which was read and judged. It may come more than once.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Token">Its fencing token.</param>
/// <param name="Metrics">How good the version is on the test rows.</param>
/// <param name="LiveMetrics">How good the live version is on them; null when there is none or it cannot be read.</param>
/// <param name="Usage">What the training used.</param>
/// <param name="Output">The end of what the trainer printed.</param>
public sealed record TrainingSucceeded(
    Guid JobId, long Token, ModelMetrics Metrics, ModelMetrics? LiveMetrics, TrainingUsage Usage, string Output);
