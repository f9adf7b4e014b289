using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Graph;

/// <summary>Asks GraphMatch, which owns the label graph.</summary>
internal sealed class LabelGraphClient(IBus bus, IMessageDataRepository messageData, IOptions<LabelGraphApiOptions> options)
{
    private readonly RequestTimeout _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
    private readonly RequestTimeout _importTimeout = TimeSpan.FromSeconds(options.Value.ImportTimeoutSeconds);

    public async Task<LabelGraphFound> GetAsync(CancellationToken cancellationToken) =>
        (await bus.CreateRequestClient<GetLabelGraph>(_timeout).GetResponse<LabelGraphFound>(new GetLabelGraph(), cancellationToken)).Message;

    /// <summary>The label, or null when there is none of that title.</summary>
    public async Task<LabelFound?> GetLabelAsync(GetLabel label, CancellationToken cancellationToken)
    {
        var response = await bus.CreateRequestClient<GetLabel>(_timeout).GetResponse<LabelFound, LabelNotFound>(label, cancellationToken);
        return response.Is(out Response<LabelFound>? found) ? found.Message : null;
    }

    public async Task<LabelGraphOutcome> EditAsync(LabelGraphEdit edit, CancellationToken cancellationToken) =>
        LabelGraphOutcome.Of(await bus.CreateRequestClient<EditLabelGraph>(_timeout)
            .GetResponse<LabelGraphEdited, LabelGraphRejected>(new EditLabelGraph(edit), cancellationToken));

    public async Task<LabelGraphOutcome> ImportAsync(
        LabelGraphPart part, LabelGraphFormat format, bool replace, bool dryRun, string? label, byte[] content, CancellationToken cancellationToken)
    {
        var data = await messageData.StoreAsync(content, cancellationToken);
        return LabelGraphOutcome.Of(await bus.CreateRequestClient<ImportLabelGraph>(_importTimeout).GetResponse<LabelGraphEdited, LabelGraphRejected>(
            new ImportLabelGraph(part, format, replace, dryRun, label, data), cancellationToken));
    }

    public async Task<byte[]> ExportAsync(ExportLabelGraph export, CancellationToken cancellationToken)
    {
        var response = await bus.CreateRequestClient<ExportLabelGraph>(_importTimeout).GetResponse<LabelGraphExported>(export, cancellationToken);
        return await messageData.LoadAsync(response.Message.Content, cancellationToken);
    }
}
