using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Api.Training;

/// <summary>Asks for new versions of models. Only <c>dataset</c> and <c>labels</c> are required.</summary>
public sealed record TrainingRunRequest
{
    /// <summary>Id or name of the dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>
    /// 1 to 1,000 labels: titles, or objects that also name the model (which only counts when the label is first trained); or <c>"all"</c>, every
    /// label of the dataset.
    /// </summary>
    public required IReadOnlyList<LabelToTrain>? Labels { get; init; }

    /// <summary>The kind of the network.</summary>
    [DefaultValue(TrainingNetwork.Linear)]
    public TrainingNetwork? Network { get; init; }

    /// <summary>liblinear's C: the price of an error against the size of the weights; above 0, up to 1,000,000.</summary>
    public double? C { get; init; }

    /// <summary>How many times the price of a negative a positive costs; above 0, up to 1,000,000.</summary>
    public double? PositiveWeight { get; init; }

    /// <summary>Passes of an embedding over the rows at most.</summary>
    [Range(1, 10_000)]
    public int? Epochs { get; init; }

    /// <summary>What the threshold is chosen for.</summary>
    [DefaultValue(TrainingGoal.F1)]
    public TrainingGoal? Goal { get; init; }

    /// <summary>The precision or recall that is wanted, where the goal is one; above 0, up to 1.</summary>
    public double? GoalValue { get; init; }

    /// <summary>Seed of everything that is drawn.</summary>
    public long? Seed { get; init; }

    /// <summary>Which trainer: <c>builtin</c>, or an external one that workers offer.</summary>
    [DefaultValue("builtin")]
    public string? Profile { get; init; }

    /// <summary>Jobs with a higher one go first.</summary>
    [Range(-100, 100)]
    [DefaultValue(0)]
    public int? Priority { get; init; }

    /// <summary>When a version goes live by itself.</summary>
    [DefaultValue(PromotionRule.WhenNotWorse)]
    public PromotionRule? Promotion { get; init; }

    /// <summary>Who asks, for the record.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>The message that asks TrainingScheduler.</summary>
    internal RequestTraining ToMessage(Guid runId) => new(
        runId,
        Dataset,
        Labels,
        new TrainingParameters(Network ?? TrainingNetwork.Linear, C, PositiveWeight, Epochs, Goal ?? TrainingGoal.F1, GoalValue, Seed),
        Profile ?? "builtin",
        Priority ?? 0,
        Promotion ?? PromotionRule.WhenNotWorse,
        RequestedBy);
}
