using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>Keeps and logs what was decided, so that it can be asked for why a job waited, started or was stopped.</summary>
internal sealed class RecordDecisionConsumer(
    TrainingDbContext db, IOptions<AdmissionOptions> options, ILogger<RecordDecisionConsumer> logger) :
    IConsumer<AdmissionDecision>
{
    public async Task Consume(ConsumeContext<AdmissionDecision> context)
    {
        var decision = context.Message;
        if (await db.Decisions.AnyAsync(
                known => known.WorkerId == decision.WorkerId && known.BootId == decision.BootId
                    && known.Sequence == decision.Sequence && known.Decision == decision.Decision,
                context.CancellationToken))
        {
            return;
        }

        db.Decisions.Add(decision);
        await db.SaveChangesAsync(context.CancellationToken);
        TrainingMetrics.Decided(decision.Decision);
        if (decision.Decision == AdmissionDecisions.Evicted)
            TrainingMetrics.Evicted(decision.Window.MemoryPercent > options.Value.DangerPercent ? "memory" : "cpu");
        Log.Decided(logger, decision.WorkerName, decision.Decision, decision.RunningJobs, decision.Reason);
    }
}
