namespace LabelPlatform.ModelVersions;

/// <summary>One version of a model, with all that is needed to ask it.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Label">The label that it decides.</param>
/// <param name="Threshold">From this probability on it accepts its label.</param>
/// <param name="Features">How its input rows are made.</param>
public sealed record ModelVersion(long Version, string Label, double Threshold, IModelFeatures Features);
