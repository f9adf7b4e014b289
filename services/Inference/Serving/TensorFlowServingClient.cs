using LabelPlatform.ModelVersions;

namespace LabelPlatform.Inference.Serving;

/// <summary>
/// Asks a model on the servers that have it, one call for all texts. A server that fails leaves the question to the next; a version that
/// none of them has (yet, or any more) to the next one listed.
/// </summary>
/// <param name="model">Name of the model.</param>
/// <param name="versions">Its versions, the live one first.</param>
/// <param name="servers">Its replicas.</param>
/// <param name="time">The clock.</param>
public sealed class TensorFlowServingClient(
    string model, IReadOnlyList<ModelVersion> versions, IReadOnlyList<ModelServer> servers, TimeProvider time) :
    IPredictionClient
{
    private int _turn;

    public string Label => versions[0].Label;

    public string Model => model;

    public async Task<ModelAnswer> PredictAsync(IReadOnlyList<TextWords> texts, DateTime deadline, CancellationToken cancellation)
    {
        PredictionException? failure = null;
        foreach (var version in versions)
        {
            try
            {
                var rows = new InputRows(version, texts);
                var probabilities = await AskReplicasAsync(version, rows, deadline, cancellation);
                return new ModelAnswer(version.Version, version.Threshold, rows.Spread(probabilities));
            }
            catch (PredictionException exception) when (exception.Outcome is CallOutcome.NotFound)
            {
                failure ??= exception;
            }
        }

        throw failure!;
    }

    private async Task<double[]> AskReplicasAsync(ModelVersion version, InputRows rows, DateTime deadline, CancellationToken cancellation)
    {
        var body = PredictRequest.Write(rows);
        var turn = (uint)Interlocked.Increment(ref _turn);
        PredictionException? failure = null;
        for (var i = 0; i < servers.Count; i++)
        {
            // Each replica gets its share of what is left, so that one that hangs leaves time for the next.
            var patience = (deadline - time.GetUtcNow().UtcDateTime) / (servers.Count - i);
            try
            {
                return await servers[(int)((turn + i) % servers.Count)]
                    .PredictAsync(model, version.Version, body, rows.Count, patience, cancellation);
            }
            catch (PredictionException exception) when (exception.Outcome is not CallOutcome.Rejected)
            {
                // One replica without the version is reason enough to try the next version; else the first failure says most.
                if (failure is null || exception.Outcome is CallOutcome.NotFound)
                    failure = exception;
            }
        }

        throw failure!;
    }
}
