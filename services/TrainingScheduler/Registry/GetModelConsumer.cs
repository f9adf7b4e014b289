using LabelPlatform.Contracts.Models;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class GetModelConsumer(ModelReader models) :
    IConsumer<GetModel>
{
    public async Task Consume(ConsumeContext<GetModel> context)
    {
        if (await models.FindAsync(context.Message.Model, context.CancellationToken) is { } model)
            await context.RespondAsync(new ModelFound(model));
        else
            await context.RespondAsync(new ModelNotFound(context.Message.Model));
    }
}
