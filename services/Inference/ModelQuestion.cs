using LabelPlatform.Contracts.Inference;

namespace LabelPlatform.Inference;

/// <summary>What one message wants to know of one model: its texts, each once, and afterwards the answer or why there is none.</summary>
internal sealed class ModelQuestion(IPredictionClient client, InferenceMetrics metrics, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly List<TextWords> _texts = [];
    private DateTime _deadline;
    private ModelAnswer? _answer;
    private TextAnswer _failure;
    private TimeSpan _elapsed;

    /// <summary>Adds a text.</summary>
    /// <returns>Its index in this question.</returns>
    public int Add(TextWords text, DateTime deadline)
    {
        // Candidates of one text that share a judge come one after the other.
        if (_texts.Count == 0 || !ReferenceEquals(_texts[^1], text))
            _texts.Add(text);
        if (deadline > _deadline)
            _deadline = deadline;
        return _texts.Count - 1;
    }

    /// <summary>Asks the model, until the latest deadline of the texts at most. Failures are remembered, not thrown.</summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var left = _deadline - time.GetUtcNow().UtcDateTime;
        try
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, LongestWait.Ticks)), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
            _answer = await client.PredictAsync(_texts, _deadline, either.Token);
        }
        catch (PredictionException exception)
        {
            _failure = new TextAnswer(double.NaN, exception.Message, exception.Outcome);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _failure = new TextAnswer(double.NaN, "no answer before the deadline", CallOutcome.OutOfTime);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // A defect in one client must not take the other models' answers with it.
            Log.AskingFailed(logger, client.Model, exception);
            _failure = new TextAnswer(double.NaN, "could not be asked", CallOutcome.Failed);
        }

        _elapsed = time.GetElapsedTime(start);
    }

    /// <summary>The prediction for a candidate, or why there is none.</summary>
    public (LabelPrediction? Prediction, PredictionFailure? Failure) AnswerFor(string label, int text)
    {
        var answer = _answer?.Texts[text] ?? _failure;
        if (answer.Failure is not { } failure)
            return (new LabelPrediction(label, client.Label, client.Model, _answer!.Version, answer.Probability, _answer.Threshold), null);

        metrics.Degraded(answer.Outcome);
        return (null, new PredictionFailure(label, client.Model, failure, Math.Round(_elapsed.TotalMilliseconds, 1)));
    }
}
