using LabelPlatform.Contracts.Datasets;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Datasets;

internal sealed class RegisterDatasetConsumer(DatasetStore datasets) :
    IConsumer<RegisterDataset>
{
    public async Task Consume(ConsumeContext<RegisterDataset> context)
    {
        var (dataset, rejected) = await datasets.RegisterAsync(context.Message, context.CancellationToken);
        if (dataset is not null)
            await context.RespondAsync(new DatasetRegistered(dataset.ToDetails(withReport: true)));
        else
            await context.RespondAsync(rejected!);
    }
}
