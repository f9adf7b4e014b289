using LabelPlatform.Api.Batching;
using LabelPlatform.Api.Labeling.Stages;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Scoring;

namespace LabelPlatform.Api.Labeling;

/// <summary>Takes texts through the stages: Preprocess, GraphMatch, Inference (only what is ambiguous), Scoring.</summary>
internal sealed class Labeler(LabelingStages stages, TimeProvider time)
{
    /// <summary>Labels texts. A text that cannot be labelled says why; the others are labelled all the same.</summary>
    /// <exception cref="StageUnavailableException">A whole stage did not answer by the deadline.</exception>
    public async Task<LabelingOutcome> LabelAsync(
        IReadOnlyList<TextInput> texts, DateTime deadline, bool includeEvidence, CancellationToken cancellationToken)
    {
        LabelingProgress[] progress = [.. texts.Select(text => new LabelingProgress(text.Text) { Error = text.Error })];
        LabelingProgress[] usable = [.. progress.Where(text => text.Error is null)];
        try
        {
            var version = await LabelAsync(usable, deadline, includeEvidence, cancellationToken);
            LabelingMetrics.Labeled(usable);
            return new LabelingOutcome(progress, version);
        }
        catch (StageUnavailableException)
        {
            LabelingMetrics.NotLabeled(usable.Length);
            throw;
        }
    }

    /// <returns>The lowest version of the label graph that took part.</returns>
    private async Task<long> LabelAsync(LabelingProgress[] usable, DateTime deadline, bool includeEvidence, CancellationToken cancellationToken)
    {
        var versions = await MatchAsync(usable, deadline, cancellationToken);
        if (versions.AreMixed)
            versions = await MatchAsync(usable, deadline, cancellationToken);

        // What is clear goes straight on to Scoring while the models are asked about the rest.
        var isAmbiguous = usable.Where(text => text.Error is null).ToLookup(text => text.IsAmbiguous);
        await Task.WhenAll(
            ScoreAsync([.. isAmbiguous[false]], deadline, includeEvidence, cancellationToken),
            PredictAndScoreAsync([.. isAmbiguous[true]], deadline, includeEvidence, cancellationToken));
        return versions.Lowest;
    }

    /// <summary>Cuts texts into words and asks for their labels.</summary>
    private async Task<GraphVersions> MatchAsync(LabelingProgress[] texts, DateTime deadline, CancellationToken cancellationToken)
    {
        var versions = new GraphVersions();
        var preprocessed = await stages.Preprocess.AskAsync(
            [.. texts.Select(text => new TextToCut(text.Text, deadline))], deadline, cancellationToken);
        foreach (var (text, answer) in texts.Zip(preprocessed))
        {
            text.Preprocessed = answer.Reply?.Texts[answer.Index];
            text.Error = Failure("Preprocess", text.Preprocessed, text.Preprocessed?.Error);
            text.Words = text.Error is null ? text.Preprocessed!.WordsOf(keptOnly: true) : [];
            if (answer.Reply is not null)
                versions.SawPreprocess(answer.Reply.GraphVersion);
        }

        LabelingProgress[] toMatch = [.. texts.Where(text => text.Error is null)];
        var matched = await stages.Match.AskAsync(
            [.. toMatch.Select(text => new TextToMatch([.. text.Words.Select(word => word.Word)], deadline))], deadline, cancellationToken);
        foreach (var (text, answer) in toMatch.Zip(matched))
        {
            text.Reply = answer.Reply;
            text.Matched = answer.Reply?.Texts[answer.Index];
            text.Error = Failure("GraphMatch", text.Matched, text.Matched?.Error);
            if (answer.Reply is not null)
                versions.SawGraphMatch(answer.Reply.GraphVersion);
        }

        return versions;
    }

    private async Task PredictAndScoreAsync(
        LabelingProgress[] texts, DateTime deadline, bool includeEvidence, CancellationToken cancellationToken)
    {
        var predictBy = deadline - ReserveForScoring(deadline - time.GetUtcNow().UtcDateTime);
        var predicted = await stages.Predict.AskAsync(
            [.. texts.Select(text => new OfGraph<TextToPredict>(
                new TextToPredict(text.Preprocessed!.Text, text.Preprocessed.Words, text.AmbiguousLabels(), predictBy), text.Reply!))],
            deadline,
            cancellationToken);
        foreach (var (text, answer) in texts.Zip(predicted))
        {
            text.Predicted = answer.Reply?.Texts[answer.Index];
            text.Error = Failure("Inference", text.Predicted, text.Predicted?.Error);
        }

        await ScoreAsync([.. texts.Where(text => text.Error is null)], deadline, includeEvidence, cancellationToken);
    }

    private async Task ScoreAsync(LabelingProgress[] texts, DateTime deadline, bool includeEvidence, CancellationToken cancellationToken)
    {
        var scored = await stages.Score.AskAsync(
            [.. texts.Select(text => new OfGraph<TextToScore>(
                new TextToScore(text.Matched!.Words, text.Predicted?.Predictions ?? [], text.Predicted?.Failures ?? [], includeEvidence, deadline), text.Reply!))],
            deadline,
            cancellationToken);
        foreach (var (text, answer) in texts.Zip(scored))
        {
            text.Scored = answer.Reply?.Texts[answer.Index];
            text.Error = Failure("Scoring", text.Scored, text.Scored?.Error);
        }
    }

    /// <summary>What Inference must leave of the time: the larger of 50 ms and 15 %.</summary>
    private static TimeSpan ReserveForScoring(TimeSpan left) => TimeSpan.FromMilliseconds(Math.Max(50, 0.15 * left.TotalMilliseconds));

    private static string? Failure(string stage, object? answer, string? error) =>
        answer is null ? $"{stage} failed on this text." : error;
}
