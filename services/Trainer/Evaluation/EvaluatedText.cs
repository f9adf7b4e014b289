using LabelPlatform.ModelVersions;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Trainer.Evaluation;

/// <summary>
/// A row of a dataset as models see it. What Preprocess keeps depends on the vocabulary of the day, so a model of kept words is judged by the words of the
/// base dictionary, as it was trained.
/// </summary>
internal sealed class EvaluatedText(string text) : IModelText
{
    public string Text => text;

    public ReadOnlySpan<Range> Of(WordSource source) => BaseWords.Cut(text);

    public ReadOnlySpan<int> Of(LinearFeatures features)
    {
        var ids = new int[LinearFeatures.MaxIds];
        return ids.AsSpan(0, features.Extract(text, ids));
    }
}
