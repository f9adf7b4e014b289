using LabelPlatform.Contracts.Models;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class GetModelVersionConsumer(ModelReader models) :
    IConsumer<GetModelVersion>
{
    public async Task Consume(ConsumeContext<GetModelVersion> context)
    {
        var (model, number) = (context.Message.Model, context.Message.Version);
        if (await models.FindVersionAsync(model, number, context.CancellationToken) is { } version)
            await context.RespondAsync(new ModelVersionFound(version));
        else
            await context.RespondAsync(new ModelNotFound(model, number));
    }
}
