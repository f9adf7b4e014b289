namespace LabelPlatform.Inference;

/// <summary>
/// A sub-service of the original's second edition: it takes the form field <c>word_list</c>, a list of words as Python writes it, and
/// answers with a bare number.
/// </summary>
public sealed class SubServiceOptions
{
    /// <summary>The label that it decides. It goes before a model of the same label.</summary>
    public string Label { get; set; } = "";

    /// <summary>Its whole address.</summary>
    public string Url { get; set; } = "";

    /// <summary>From this probability on the label is accepted.</summary>
    public double Threshold { get; set; } = 0.5;
}
