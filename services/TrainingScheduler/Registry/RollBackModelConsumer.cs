using LabelPlatform.Contracts.Models;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class RollBackModelConsumer(ModelPromoter promoter) :
    IConsumer<RollBackModel>
{
    // While a promotion waits, going back means that it does not happen; going back twice is going back once.
    public Task Consume(ConsumeContext<RollBackModel> context) => promoter.PromoteAsync(
        context,
        context.Message.Model,
        model => model.WantedVersion == model.LiveVersion || model.WantedVersion == model.PreviousVersion ? model.PreviousVersion : model.LiveVersion,
        context.Message.RequestedBy);
}
