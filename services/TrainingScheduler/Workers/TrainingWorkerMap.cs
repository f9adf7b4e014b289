using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Workers;

internal sealed class TrainingWorkerMap : IEntityTypeConfiguration<TrainingWorker>
{
    public void Configure(EntityTypeBuilder<TrainingWorker> builder)
    {
        builder.Property(worker => worker.Window).IsJson();
        builder.Property(worker => worker.Profiles).IsJson();
    }
}
