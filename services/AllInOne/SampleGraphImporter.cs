using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Importing;
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
        if (!graph.Current.IsEmpty)
            return;

        await ImportAsync(LabelGraphPart.Tree, LabelGraphFormat.Json, "label-tree.json", cancellationToken);
        await ImportAsync(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv, "vocabulary.csv", cancellationToken);
        Log.SampleGraphImported(logger, graph.Current.Labels.Count, graph.Current.WordCount);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportAsync(LabelGraphPart part, LabelGraphFormat format, string name, CancellationToken cancellationToken)
    {
        using var content = typeof(SampleGraphImporter).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        var result = await writer.ImportAsync(new LabelGraphImport(part, format, bytes), cancellationToken);
        if (result.Rejected is { } rejected)
            throw new InvalidOperationException($"The sample graph's {name} was refused: {rejected.Errors[0].Reason}");
    }
}
