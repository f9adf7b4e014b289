using LabelPlatform.Api.Owners;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Graph;

/// <summary>Asks GraphMatch, which owns the label graph.</summary>
internal sealed class LabelGraphClient(IBus bus, IMessageDataRepository messageData, IOptions<LabelGraphApiOptions> options)
{
    private readonly DataOwner _graphMatch = new(bus, "GraphMatch");
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
    private readonly TimeSpan _importTimeout = TimeSpan.FromSeconds(options.Value.ImportTimeoutSeconds);

    public Task<LabelGraphFound> GetAsync(CancellationToken cancellationToken) =>
        _graphMatch.AskAsync<GetLabelGraph, LabelGraphFound>(new GetLabelGraph(), _timeout, cancellationToken);

    /// <summary>The label, or null when there is none of that title.</summary>
    public async Task<LabelFound?> GetLabelAsync(GetLabel label, CancellationToken cancellationToken)
    {
        var response = await _graphMatch.AskAsync<GetLabel, LabelFound, LabelNotFound>(label, _timeout, cancellationToken);
        return response.Is(out Response<LabelFound>? found) ? found.Message : null;
    }

    public async Task<LabelGraphOutcome> EditAsync(LabelGraphEdit edit, CancellationToken cancellationToken) =>
        LabelGraphOutcome.Of(await _graphMatch.AskAsync<EditLabelGraph, LabelGraphEdited, LabelGraphRejected>(
            new EditLabelGraph(edit), _timeout, cancellationToken));

    public async Task<LabelGraphOutcome> ImportAsync(
        LabelGraphPart part, LabelGraphFormat format, bool replace, bool dryRun, string? label, byte[] content, CancellationToken cancellationToken)
    {
        var data = await messageData.StoreAsync(content, cancellationToken);
        return LabelGraphOutcome.Of(await _graphMatch.AskAsync<ImportLabelGraph, LabelGraphEdited, LabelGraphRejected>(
            new ImportLabelGraph(part, format, replace, dryRun, label, data), _importTimeout, cancellationToken));
    }

    public async Task<byte[]> ExportAsync(ExportLabelGraph export, CancellationToken cancellationToken)
    {
        var exported = await _graphMatch.AskAsync<ExportLabelGraph, LabelGraphExported>(export, _importTimeout, cancellationToken);
        return await messageData.LoadAsync(exported.Content, cancellationToken);
    }
}
