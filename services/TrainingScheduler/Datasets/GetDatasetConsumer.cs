using LabelPlatform.Contracts.Datasets;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Datasets;

internal sealed class GetDatasetConsumer(DatasetStore datasets) :
    IConsumer<GetDataset>
{
    public async Task Consume(ConsumeContext<GetDataset> context)
    {
        if (await datasets.FindAsync(context.Message.Dataset, context.CancellationToken) is { } dataset)
            await context.RespondAsync(new DatasetFound(dataset.ToDetails(withReport: true)));
        else
            await context.RespondAsync(new DatasetNotFound(context.Message.Dataset));
    }
}
