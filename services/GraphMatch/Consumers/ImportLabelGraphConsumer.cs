using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Importing;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class ImportLabelGraphConsumer(LabelGraphWriter writer, IMessageDataRepository messageData) :
    IConsumer<ImportLabelGraph>
{
    public async Task Consume(ConsumeContext<ImportLabelGraph> context)
    {
        var request = context.Message;
        var content = await messageData.LoadAsync(request.Content, context.CancellationToken);
        var import = new LabelGraphImport(request.Part, request.Format, content, request.Replace, request.DryRun, request.Label);
        await context.AnswerAsync(await writer.ImportAsync(import, context.CancellationToken));
    }
}
