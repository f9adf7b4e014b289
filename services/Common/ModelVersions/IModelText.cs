using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.ModelVersions;

/// <summary>A text as models see it.</summary>
public interface IModelText
{
    /// <summary>The text.</summary>
    string Text { get; }

    /// <summary>Where its words are, in UTF-16 code units.</summary>
    ReadOnlySpan<Range> Of(WordSource source);

    /// <summary>The ids of what it has of a table that many models share.</summary>
    ReadOnlySpan<int> Of(LinearFeatures features);
}
