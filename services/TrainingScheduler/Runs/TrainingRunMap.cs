using LabelPlatform.TrainingScheduler.Datasets;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Runs;

internal sealed class TrainingRunMap : IEntityTypeConfiguration<TrainingRun>
{
    public void Configure(EntityTypeBuilder<TrainingRun> builder)
    {
        builder.HasOne<Dataset>().WithMany().HasForeignKey(run => run.DatasetId);
        builder.Property(run => run.Ancestors).IsJson();
        builder.Property(run => run.Parameters).IsJson();
        builder.Property(run => run.Promotion).HasConversion<string>();
    }
}
