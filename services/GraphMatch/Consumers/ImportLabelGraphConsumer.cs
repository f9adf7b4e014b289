using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Importing;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class ImportLabelGraphConsumer(LabelGraphWriter writer) :
    IConsumer<ImportLabelGraph>
{
    public async Task Consume(ConsumeContext<ImportLabelGraph> context)
    {
        var request = context.Message;
        var content = await request.Content.Value;
        var import = new LabelGraphImport(request.Part, request.Format, content, request.Replace, request.DryRun, request.Label);
        await context.AnswerAsync(await writer.ImportAsync(import, context.CancellationToken));
    }
}
