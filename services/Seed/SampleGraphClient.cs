using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Seed;

/// <summary>Asks GraphMatch, which owns the label graph.</summary>
internal sealed class SampleGraphClient(SampleRequests requests, IMessageDataRepository messageData)
{
    private const string GraphMatch = "GraphMatch";

    public Task<LabelGraphFound> GetAsync(CancellationToken cancellationToken) =>
        requests.AskAsync<GetLabelGraph, LabelGraphFound>(GraphMatch, new GetLabelGraph(), cancellationToken);

    /// <exception cref="SampleException">The file was refused.</exception>
    public async Task ImportAsync(SampleFile file, CancellationToken cancellationToken)
    {
        var content = await messageData.StoreAsync(await file.ReadAsync(cancellationToken), cancellationToken);
        var answer = await requests.AskAsync<ImportLabelGraph, LabelGraphEdited, LabelGraphRejected>(
            GraphMatch, new ImportLabelGraph(file.Part, file.Format, Replace: true, DryRun: false, Label: null, content), cancellationToken);
        if (answer.Is(out Response<LabelGraphRejected>? rejected))
            throw new SampleException($"The sample graph's {file.Name} was refused: {rejected.Message.Errors[0].Reason}");
    }
}
