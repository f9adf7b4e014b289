using LabelPlatform.Contracts.Models;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class PromoteModelConsumer(ModelPromoter promoter) :
    IConsumer<PromoteModel>
{
    public Task Consume(ConsumeContext<PromoteModel> context) =>
        promoter.PromoteAsync(context, context.Message.Model, _ => context.Message.Version, context.Message.RequestedBy);
}
