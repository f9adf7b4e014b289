namespace LabelPlatform.TextClassification;

/// <summary>The measures of the features that an <c>embedding</c> model was trained with.</summary>
/// <param name="Cutlen">Words a text is cut or padded to, in ids.</param>
/// <param name="NgramRange">The largest n of the n-grams; 1 means none.</param>
/// <param name="MaxFeatures">The highest id meant for words: n-grams are numbered from the next. Not needed to apply the features.</param>
/// <param name="Maxlen">Width of the model's input, in ids.</param>
public sealed record EmbeddingFeatureOptions(int Cutlen, int NgramRange, int MaxFeatures, int Maxlen)
{
    /// <summary>Upper limit of <see cref="Cutlen"/> and <see cref="Maxlen"/>, far over any text that reaches a model.</summary>
    public const int MaxLength = 65_536;

    /// <summary>Upper limit of <see cref="NgramRange"/>; each step may double a row.</summary>
    public const int MaxNgramRange = 5;

    /// <summary>What is wrong with the measures, for people, or null.</summary>
    public string? FindError() => this switch
    {
        { Cutlen: < 1 or > MaxLength } => $"cutlen is {Cutlen}, not between 1 and {MaxLength}",
        { Maxlen: < 1 or > MaxLength } => $"maxlen is {Maxlen}, not between 1 and {MaxLength}",
        { NgramRange: < 1 or > MaxNgramRange } => $"ngramRange is {NgramRange}, not between 1 and {MaxNgramRange}",
        { MaxFeatures: < 0 } => $"maxFeatures is {MaxFeatures}, less than 0",
        _ => null,
    };
}
