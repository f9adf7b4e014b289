namespace LabelPlatform.LabelGraph.Importing;

/// <summary>One line of a vocabulary file; what the file leaves out is null.</summary>
internal readonly record struct VocabularyLine(int Line, string Word, string? Label = null, string? Weight = null);
