using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Scoring;

namespace LabelPlatform.Api.Labeling;

/// <summary>Writes what came of the stages as the answer of <c>POST /v1/label</c>.</summary>
internal static class LabelResponses
{
    public static LabelResponse Create(LabelRequest request, LabelingOutcome outcome) =>
        new(
            [.. request.Texts.Zip(outcome.Texts, (input, text) => ToItem(input, text, request))],
            new AnswerVersions(outcome.GraphVersion, outcome.ModelVersions()));

    private static LabeledItem ToItem(TextInput input, LabelingProgress text, LabelRequest request) => new(
        input.Id,
        [.. Wanted(text.Scored?.Labels ?? [], request).Select(label => ToLabel(label, text.Words))],
        text.Preprocessed?.Truncated ?? false,
        [.. (text.Predicted?.Failures ?? []).Select(failure => new DegradedLabel(failure.Label, failure.Model, failure.Reason, Math.Round(failure.ElapsedMs, 1)))],
        text.Error);

    private static IEnumerable<ScoredLabel> Wanted(IEnumerable<ScoredLabel> labels, LabelRequest request) =>
        labels.Where(label => label.Score >= (request.MinScore ?? 0)).Take(request.TopK ?? int.MaxValue);

    private static ItemLabel ToLabel(ScoredLabel label, IReadOnlyList<KeptWord> words) => new(
        label.Label,
        label.Score,
        label.Related,
        label.Evidence is null ? null : [.. label.Evidence.Select(evidence => ToEvidence(evidence, words[evidence.Word]))]);

    private static ItemEvidence ToEvidence(LabelEvidence evidence, KeptWord word) =>
        new(word.Word, word.Start, word.Length, evidence.Source, evidence.Value, evidence.Model, evidence.Unmodelled);
}
