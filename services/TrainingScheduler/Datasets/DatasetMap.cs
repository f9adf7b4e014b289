using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Datasets;

internal sealed class DatasetMap : IEntityTypeConfiguration<Dataset>
{
    public void Configure(EntityTypeBuilder<Dataset> builder)
    {
        builder.Property(dataset => dataset.Format).HasConversion<string>();
        builder.Property(dataset => dataset.Report).IsJson();
    }
}
