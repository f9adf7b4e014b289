using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Exporting;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class ExportLabelGraphConsumer(LabelGraphProvider graph, IMessageDataRepository messageData) :
    IConsumer<ExportLabelGraph>
{
    public async Task Consume(ConsumeContext<ExportLabelGraph> context)
    {
        var (part, format) = (context.Message.Part, context.Message.Format);
        var snapshot = graph.Current;
        if (LabelGraphExporter.Write(snapshot, part, format) is { } content)
            await context.RespondAsync(new LabelGraphExported(snapshot.Version, await messageData.StoreAsync(content, context.CancellationToken)));
        else
            await context.RespondAsync(new LabelGraphRejected([new LabelGraphIssue($"A {part} cannot be exported as {format}")], 1));
    }
}
