using LabelPlatform.TrainingScheduler.Registry;
using LabelPlatform.TrainingScheduler.Runs;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Jobs;

internal sealed class TrainingJobMap : IEntityTypeConfiguration<TrainingJob>
{
    public void Configure(EntityTypeBuilder<TrainingJob> builder)
    {
        builder.HasOne<TrainingRun>().WithMany().HasForeignKey(job => job.RunId);
        builder.HasOne<Model>().WithMany().HasForeignKey(job => job.Model);
        builder.Property(job => job.Parameters).IsJson();
        builder.Property(job => job.Curve).IsJson();
        builder.Property(job => job.Metrics).IsJson();
        builder.Property(job => job.LiveMetrics).IsJson();
    }
}
