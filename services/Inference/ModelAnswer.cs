namespace LabelPlatform.Inference;

/// <summary>What a model says of the texts it was asked about.</summary>
/// <param name="Version">The version that answered; 0 when it has none.</param>
/// <param name="Threshold">From this probability on the model accepts its label.</param>
/// <param name="Texts">One item a text, in the order asked.</param>
public sealed record ModelAnswer(long Version, double Threshold, IReadOnlyList<TextAnswer> Texts);
