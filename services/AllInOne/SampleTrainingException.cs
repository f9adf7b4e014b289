namespace LabelPlatform.AllInOne;

/// <summary>The sample's models cannot be trained; the message says why, for people.</summary>
internal sealed class SampleTrainingException(string message) : Exception(message);
