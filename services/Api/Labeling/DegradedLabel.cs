namespace LabelPlatform.Api.Labeling;

/// <summary>A label whose model did not answer; its words' graph weights stand in (or nothing, by configuration).</summary>
/// <param name="Label">Title of the label.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="ElapsedMs">Milliseconds until it did.</param>
public sealed record DegradedLabel(string Label, string Model, string Reason, double ElapsedMs);
