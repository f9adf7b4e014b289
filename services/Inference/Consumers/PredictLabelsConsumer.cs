using LabelPlatform.Contracts.Inference;
using MassTransit;

namespace LabelPlatform.Inference.Consumers;

public sealed class PredictLabelsConsumer(LabelPredictor predictor) :
    IConsumer<PredictLabels>
{
    public async Task Consume(ConsumeContext<PredictLabels> context) =>
        await context.RespondAsync(await predictor.PredictAsync(context.Message, context.CancellationToken));
}
