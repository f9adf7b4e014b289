namespace LabelPlatform.Contracts.Models;

/// <summary>Within TrainingScheduler: the model servers were asked, and the model can take its next step.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="LiveVersion">The version that they were asked for, or null when there is none.</param>
/// <param name="State">What they make of it.</param>
/// <param name="Problem">What keeps them from having it, or null.</param>
public sealed record ModelPublicationReported(string Model, long? LiveVersion, ModelPublicationState State, string? Problem);
