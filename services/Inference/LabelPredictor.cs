using LabelPlatform.Contracts.Inference;
using LabelPlatform.Inference.Catalog;

namespace LabelPlatform.Inference;

/// <summary>
/// Finds the model that judges each candidate label, asks every model once a message about all texts that need it, all models in parallel,
/// and sorts the answers to the candidates. What is not answered by the deadline is named, the rest is returned.
/// </summary>
public sealed class LabelPredictor(ModelCatalogSource catalogs, InferenceMetrics metrics, TimeProvider time, ILogger<LabelPredictor> logger)
{
    public async Task<LabelsPredicted> PredictAsync(PredictLabels request, CancellationToken cancellation)
    {
        var catalog = catalogs.Current;
        var now = time.GetUtcNow().UtcDateTime;
        var questions = new Dictionary<IPredictionClient, ModelQuestion>();
        var texts = request.Texts.Select(text => Collect(text, request.Ancestors, catalog, now, questions)).ToArray();

        await Task.WhenAll(questions.Values.Select(question => question.AskAsync(cancellation)));
        return new LabelsPredicted(Array.ConvertAll(texts, candidates => Answer(candidates)));
    }

    /// <returns>The candidates that some model judges; null when the text's deadline has passed.</returns>
    private List<Candidate>? Collect(
        TextToPredict text,
        IReadOnlyDictionary<string, IReadOnlyList<string>> ancestors,
        ModelCatalog catalog,
        DateTime now,
        Dictionary<IPredictionClient, ModelQuestion> questions)
    {
        if (text.Deadline <= now)
            return null;

        var candidates = new List<Candidate>(text.Labels.Length);
        var words = new TextWords(text);
        foreach (var label in text.Labels)
        {
            if (catalog.FindJudge(label, ancestors) is not { } client)
                continue;
            if (!questions.TryGetValue(client, out var question))
                questions.Add(client, question = new ModelQuestion(client, metrics, time, logger));
            candidates.Add(new Candidate(label, question, question.Add(words, text.Deadline)));
        }

        return candidates;
    }

    private static PredictedText Answer(List<Candidate>? candidates)
    {
        if (candidates is null)
            return new PredictedText([], [], "the deadline passed before a model was asked");

        var predictions = new List<LabelPrediction>(candidates.Count);
        var failures = new List<PredictionFailure>();
        foreach (var candidate in candidates)
        {
            var (prediction, failure) = candidate.Question.AnswerFor(candidate.Label, candidate.Text);
            if (prediction is not null)
                predictions.Add(prediction);
            if (failure is not null)
                failures.Add(failure);
        }

        return new PredictedText([.. predictions], [.. failures]);
    }

    private readonly record struct Candidate(string Label, ModelQuestion Question, int Text);
}
