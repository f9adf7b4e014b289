namespace LabelPlatform.Contracts.Training;

/// <summary>How a model is trained. What is null is the trainer's default.</summary>
/// <param name="Network">The kind of the network.</param>
/// <param name="C">liblinear's C: the price of an error against the size of the weights; in (0, 1,000,000].</param>
/// <param name="PositiveWeight">How many times the price of a negative a positive costs; in (0, 1,000,000].</param>
/// <param name="Epochs">Passes of an <see cref="TrainingNetwork.Embedding"/> over the rows at most; 1 to 10,000.</param>
/// <param name="Goal">What the threshold is chosen for.</param>
/// <param name="GoalValue">The precision or recall that is wanted, where the goal is one; in (0, 1].</param>
/// <param name="Seed">Seed of everything that is drawn.</param>
public sealed record TrainingParameters(
    TrainingNetwork Network = TrainingNetwork.Linear,
    double? C = null,
    double? PositiveWeight = null,
    int? Epochs = null,
    TrainingGoal Goal = TrainingGoal.F1,
    double? GoalValue = null,
    long? Seed = null);
