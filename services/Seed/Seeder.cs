using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.Seed;

/// <summary>Brings the sample into a platform that has no graph yet, and has its models trained unless anything ever was.</summary>
internal sealed class Seeder(SampleGraphClient graph, SampleTrainingClient training, ILogger<Seeder> logger)
{
    /// <returns>The exit code: 0 when the sample is in, or is not wanted; 1 when the log says why it is not.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SeedAsync(cancellationToken);
            return 0;
        }
        catch (SampleException exception)
        {
            Log.NotSeeded(logger, exception.Message);
            return 1;
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        var found = await ImportGraphAsync(await graph.GetAsync(cancellationToken), cancellationToken);
        if (!SampleGraph.Has(Labels(found)))
            Log.GraphIsAnother(logger, found.Labels.Count, found.WordCount);
        else if (await training.IsNewAsync(cancellationToken))
            Log.TrainingRequested(logger, SampleModels.All.Count, await training.TrainAsync(cancellationToken));
        else
            Log.AlreadyTrained(logger);
    }

    private async Task<LabelGraphFound> ImportGraphAsync(LabelGraphFound found, CancellationToken cancellationToken)
    {
        var missing = SampleGraph.Missing(Labels(found), found.WordCount);
        if (missing.Count == 0)
            return found;
        foreach (var file in missing)
            await graph.ImportAsync(file, cancellationToken);
        found = await graph.GetAsync(cancellationToken);
        Log.GraphImported(logger, found.Labels.Count, found.WordCount);
        return found;
    }

    private static HashSet<string> Labels(LabelGraphFound found) => [.. found.Labels.Select(label => label.Title)];
}
