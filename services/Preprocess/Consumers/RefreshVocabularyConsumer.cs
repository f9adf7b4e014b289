using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.Preprocess.Consumers;

/// <summary>Hears of changes of the label graph. Every replica has its own queue.</summary>
public sealed class RefreshVocabularyConsumer(LabelGraphProvider graph) :
    IConsumer<LabelGraphChanged>
{
    public Task Consume(ConsumeContext<LabelGraphChanged> context) =>
        graph.RefreshAsync(context.Message, context.CancellationToken);
}
