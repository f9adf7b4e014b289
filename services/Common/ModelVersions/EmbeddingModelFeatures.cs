using LabelPlatform.TextClassification;

namespace LabelPlatform.ModelVersions;

/// <summary>Rows of an <c>embedding</c> model, all of one length.</summary>
/// <param name="features">The tables of the model.</param>
/// <param name="words">Which words it sees.</param>
internal sealed class EmbeddingModelFeatures(EmbeddingFeatures features, WordSource words) : IModelFeatures
{
    public int MaxLength => features.Length;

    public int Extract(IModelText text, Span<int> ids)
    {
        features.Extract(text.Text, text.Of(words), ids);
        return features.Length;
    }
}
