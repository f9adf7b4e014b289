namespace LabelPlatform.Contracts.Models;

/// <summary>Within TrainingScheduler: a model has a step of its publication before it.</summary>
/// <param name="Model">Name of the model.</param>
public sealed record ModelPublicationDue(string Model);
