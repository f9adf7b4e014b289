namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>A file format of the label graph's parts.</summary>
public enum LabelGraphFormat
{
    /// <summary>The original's <c>LABEL_STRUCTURE</c>: a JSON list of maps from parent to children, top-down. Tree only.</summary>
    Json,

    /// <summary>One <c>parent, label</c> a line, separated by a tab; a line without a parent is a root. Tree only.</summary>
    Tsv,

    /// <summary>One <c>word,label,weight</c> a line, header optional. Vocabulary only.</summary>
    Csv,

    /// <summary>One word a line, as the original's label lists; the label is named beside it. Vocabulary only.</summary>
    Words,
}
