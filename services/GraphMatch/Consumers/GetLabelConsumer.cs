using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class GetLabelConsumer(LabelGraphProvider graph) :
    IConsumer<GetLabel>
{
    public Task Consume(ConsumeContext<GetLabel> context) =>
        LabelGraphReader.ReadLabel(graph.Current, context.Message) is { } label
            ? context.RespondAsync(label)
            : context.RespondAsync(new LabelNotFound(context.Message.Title));
}
