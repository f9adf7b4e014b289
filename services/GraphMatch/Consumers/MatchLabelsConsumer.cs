using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.GraphMatch.Consumers;

public sealed class MatchLabelsConsumer(LabelMatcher matcher, LabelGraphProvider graph) :
    IConsumer<MatchLabels>
{
    public Task Consume(ConsumeContext<MatchLabels> context) =>
        context.RespondAsync(matcher.Match(context.Message, graph.Current));
}
