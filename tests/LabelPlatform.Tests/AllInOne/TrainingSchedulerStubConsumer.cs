using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using MassTransit;

namespace LabelPlatform.Tests.AllInOne;

internal sealed class TrainingSchedulerStubConsumer(TrainingSchedulerStub stub) :
    IConsumer<GetModels>,
    IConsumer<GetTrainingRuns>,
    IConsumer<RegisterDataset>,
    IConsumer<RequestTraining>,
    IConsumer<GetTrainingRun>
{
    public Task Consume(ConsumeContext<GetModels> context) =>
        stub.GetModels() is { } found ? context.RespondAsync(found) : Task.CompletedTask;

    public Task Consume(ConsumeContext<GetTrainingRuns> context) => context.RespondAsync(stub.GetRuns());

    public Task Consume(ConsumeContext<RegisterDataset> context)
    {
        var answer = stub.Register(context.Message);
        return context.RespondAsync(answer, answer.GetType());
    }

    public Task Consume(ConsumeContext<RequestTraining> context) => context.RespondAsync(stub.Request(context.Message));

    public Task Consume(ConsumeContext<GetTrainingRun> context) => context.RespondAsync(new TrainingRunFound(stub.Run()));
}
