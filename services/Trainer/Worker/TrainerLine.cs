using System.Text.Json;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Worker;

/// <summary>A line by which a trainer says how it goes: a JSON object with <c>event</c>.</summary>
internal sealed record TrainerLine(
    string? Event,
    string? Stage,
    double? Fraction,
    int? Epoch,
    double? Loss,
    double? ValidationLoss,
    string? Reason,
    ModelMetrics? Metrics,
    ModelMetrics? LiveMetrics)
{
    private const int MaxStageLength = 64;

    /// <summary>Whether it says how the process ends.</summary>
    public bool IsOutcome => Event is "failed" or "completed" or "evaluated";

    /// <summary>Whether an epoch has ended, which is a point of the curve.</summary>
    public bool HasPoint => Epoch is not null && Loss is not null;

    /// <returns>Null when it is anything else, as most of what programs print is.</returns>
    public static TrainerLine? TryParse(string line)
    {
        if (!line.StartsWith('{'))
            return null;
        try
        {
            return JsonSerializer.Deserialize<TrainerLine>(line, JsonSerializerOptions.Web) is { Event: "progressed" or "failed" or "completed" or "evaluated" } parsed
                ? parsed
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public TrainingProgressed ToProgressed(Guid jobId, long token) => new(
        jobId,
        token,
        Stage is null ? "training" : Stage[..Math.Min(Stage.Length, MaxStageLength)],
        Math.Clamp(Fraction ?? 0, 0, 1),
        HasPoint ? new TrainingCurvePoint(Epoch!.Value, Loss!.Value, ValidationLoss) : null);
}
