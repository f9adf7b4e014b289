using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class RefreshSnapshotConsumer(LabelGraphProvider graph) :
    IConsumer<LabelGraphChanged>
{
    public Task Consume(ConsumeContext<LabelGraphChanged> context) =>
        graph.RefreshAsync(context.Message, context.CancellationToken);
}
