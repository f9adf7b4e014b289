namespace LabelPlatform.Contracts.Training;

/// <summary>A label that is to get a new version of its model.</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Model">Name of its model; only counts when the label is first trained. Null: made from the label.</param>
public sealed record LabelToTrain(string Label, string? Model = null);
