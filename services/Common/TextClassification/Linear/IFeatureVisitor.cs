namespace LabelPlatform.TextClassification.Linear;

/// <summary>Hears of every occurrence of a feature in a text.</summary>
internal interface IFeatureVisitor
{
    void Visit(FeatureKind kind, scoped ReadOnlySpan<char> feature);
}
