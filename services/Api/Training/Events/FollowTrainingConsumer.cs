using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.Api.Training.Events;

/// <summary>Hears how training goes. Every replica has its own queue, and one for both events: they come in the order in which they were published.</summary>
internal sealed class FollowTrainingConsumer(TrainingEvents events) :
    IConsumer<TrainingJobChanged>,
    IConsumer<TrainingRunCompleted>
{
    public Task Consume(ConsumeContext<TrainingJobChanged> context)
    {
        events.Publish(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<TrainingRunCompleted> context)
    {
        events.Publish(context.Message);
        return Task.CompletedTask;
    }
}
