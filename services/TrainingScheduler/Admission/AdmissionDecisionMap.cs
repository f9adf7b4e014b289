using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.TrainingScheduler.Admission;

internal sealed class AdmissionDecisionMap : IEntityTypeConfiguration<AdmissionDecision>
{
    public void Configure(EntityTypeBuilder<AdmissionDecision> builder)
    {
        builder.HasKey(decision => new { decision.WorkerId, decision.BootId, decision.Sequence, decision.Decision });
        builder.Property(decision => decision.Window).IsJson();
    }
}
