using LabelPlatform.Contracts.Models;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class GetModelsConsumer(ModelReader models) :
    IConsumer<GetModels>
{
    public async Task Consume(ConsumeContext<GetModels> context) =>
        await context.RespondAsync(new ModelsFound(await models.ListAsync(context.CancellationToken)));
}
