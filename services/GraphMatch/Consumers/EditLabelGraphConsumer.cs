using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class EditLabelGraphConsumer(LabelGraphWriter writer) :
    IConsumer<EditLabelGraph>
{
    public async Task Consume(ConsumeContext<EditLabelGraph> context)
    {
        var edit = context.Message.Edit;
        await context.AnswerAsync(await writer.EditAsync(edit, context.CancellationToken), edit);
    }
}
