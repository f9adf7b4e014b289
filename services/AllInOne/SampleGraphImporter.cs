using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Importing;
using LabelPlatform.Seed;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.AllInOne;

/// <summary>Imports the sample graph when there is no graph yet, before the first request is taken.</summary>
public sealed class SampleGraphImporter(LabelGraphProvider graph, LabelGraphWriter writer, ILogger<SampleGraphImporter> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await graph.CheckAsync(cancellationToken);
        if (graph.Problem is { } problem)
            throw new InvalidConfigurationException($"The label graph cannot be read: {problem}");
        var current = graph.Current;
        var missing = SampleGraph.Missing(current.Labels.Select(label => label.Title).ToHashSet(), current.WordCount);
        if (missing.Count == 0)
            return;

        foreach (var file in missing)
            await ImportAsync(file, cancellationToken);
        Log.SampleGraphImported(logger, graph.Current.Labels.Count, graph.Current.WordCount);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportAsync(SampleFile file, CancellationToken cancellationToken)
    {
        var result = await writer.ImportAsync(new LabelGraphImport(file.Part, file.Format, await file.ReadAsync(cancellationToken)), cancellationToken);
        if (result.Rejected is { } rejected)
            throw new InvalidOperationException($"The sample graph's {file.Name} was refused: {rejected.Errors[0].Reason}");
    }
}
