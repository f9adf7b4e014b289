namespace LabelPlatform.Contracts.Inference;

/// <summary>A candidate label whose model did not answer.</summary>
/// <param name="Label">The candidate.</param>
/// <param name="Model">Name of the model that was asked.</param>
/// <param name="Reason">What went wrong, for people.</param>
/// <param name="ElapsedMs">Milliseconds from the question to the failure.</param>
public sealed record PredictionFailure(string Label, string Model, string Reason, double ElapsedMs);
