namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>A part of the label graph that can be imported and exported by itself.</summary>
public enum LabelGraphPart
{
    /// <summary>Labels and their <c>Contain</c> relations.</summary>
    Tree,

    /// <summary>Vocabulary words and their <c>Related</c> relations.</summary>
    Vocabulary,
}
