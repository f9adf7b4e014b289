using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Contracts.Scoring;

namespace LabelPlatform.Api.Labeling;

/// <summary>One text on its way through the stages, with what each of them said of it.</summary>
internal sealed class LabelingProgress(string text)
{
    public string Text { get; } = text;

    public PreprocessedText? Preprocessed { get; set; }

    /// <summary>The words that Preprocess kept; what GraphMatch and Scoring number from 0.</summary>
    public IReadOnlyList<KeptWord> Words { get; set; } = [];

    public LabelsMatched? Reply { get; set; }

    public MatchedText? Matched { get; set; }

    public PredictedText? Predicted { get; set; }

    public ScoredText? Scored { get; set; }

    /// <summary>Why this text has no labels, or null.</summary>
    public string? Error { get; set; }

    /// <summary>Whether a word of it belongs to more than one label.</summary>
    public bool IsAmbiguous => Matched?.Words.Any(word => word.Labels.Length > 1) ?? false;

    /// <summary>The labels of its ambiguous words, each once.</summary>
    public string[] AmbiguousLabels() => [.. Matched!.Words
        .Where(word => word.Labels.Length > 1)
        .SelectMany(word => word.Labels)
        .Select(label => label.Label)
        .Distinct(StringComparer.Ordinal)];
}
