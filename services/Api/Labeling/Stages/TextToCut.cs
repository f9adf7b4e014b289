namespace LabelPlatform.Api.Labeling.Stages;

/// <summary>A text for Preprocess, and how it is to be cut.</summary>
internal readonly record struct TextToCut(string Text, DateTime Deadline, bool WholeText = false, bool UseVocabulary = true);
