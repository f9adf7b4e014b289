using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.ModelVersions;

/// <summary>Rows of a <c>linear</c> model: the ids of what the text has of a table that many models share.</summary>
/// <param name="features">The shared table.</param>
internal sealed class LinearModelFeatures(LinearFeatures features) : IModelFeatures
{
    public int MaxLength => LinearFeatures.MaxIds;

    public int Extract(IModelText text, Span<int> ids)
    {
        var found = text.Of(features);
        found.CopyTo(ids);
        return found.Length;
    }
}
