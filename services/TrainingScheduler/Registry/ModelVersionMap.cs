using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Registry;

internal sealed class ModelVersionMap : IEntityTypeConfiguration<ModelVersion>
{
    public void Configure(EntityTypeBuilder<ModelVersion> builder)
    {
        builder.HasKey(version => new { version.Model, version.Number });
        builder.HasOne<Model>().WithMany().HasForeignKey(version => version.Model);
        builder.Property(version => version.Metrics).IsJson();
        builder.Property(version => version.LiveMetrics).IsJson();
        builder.Property(version => version.Parameters).IsJson();
        builder.Property(version => version.Curve).IsJson();
    }
}
