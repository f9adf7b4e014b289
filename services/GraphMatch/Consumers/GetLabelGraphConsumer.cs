using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class GetLabelGraphConsumer(LabelGraphProvider graph) :
    IConsumer<GetLabelGraph>
{
    public Task Consume(ConsumeContext<GetLabelGraph> context) =>
        context.RespondAsync(LabelGraphReader.Read(graph.Current));
}
