using LabelPlatform.Contracts.Models;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class AdvancePublicationConsumer(ModelPublisher publisher) :
    IConsumer<ModelPublicationReported>
{
    public Task Consume(ConsumeContext<ModelPublicationReported> context) =>
        publisher.StepAsync(context.Message, context, context.CancellationToken);
}
