using LabelPlatform.Contracts.Datasets;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Datasets;

internal sealed class GetDatasetsConsumer(TrainingDbContext db) :
    IConsumer<GetDatasets>
{
    public async Task Consume(ConsumeContext<GetDatasets> context)
    {
        var datasets = await db.Datasets.AsNoTracking().OrderByDescending(dataset => dataset.CreatedAt).ToListAsync(context.CancellationToken);
        await context.RespondAsync(new DatasetsFound([.. datasets.Select(dataset => dataset.ToDetails(withReport: false))]));
    }
}
