using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>A version of a model: what one job left.</summary>
internal sealed class ModelVersion
{
    public required string Model { get; set; }

    public required long Number { get; set; }

    public required string Label { get; set; }

    /// <summary>Unique: a job leaves one version.</summary>
    public required Guid JobId { get; set; }

    public required Guid RunId { get; set; }

    public required ModelMetrics Metrics { get; set; }

    public ModelMetrics? LiveMetrics { get; set; }

    public required TrainingParameters Parameters { get; set; }

    public required string Profile { get; set; }

    public required string DatasetId { get; set; }

    public string? RequestedBy { get; set; }

    public required DateTime CreatedAt { get; set; }

    public required IReadOnlyList<TrainingCurvePoint> Curve { get; set; }

    /// <summary>Whether a person is to decide about it.</summary>
    public required bool IsWaiting { get; set; }

    /// <summary>Whether its files are removed.</summary>
    public bool IsRetired { get; set; }

    /// <summary>What the gate said of it.</summary>
    public required string Reason { get; set; }
}
