using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Enters versions, and decides which are kept.</summary>
internal sealed class ModelRegistry(TrainingDbContext db, IOptions<TrainingOptions> options)
{
    private const string Gate = "gate";

    /// <summary>Enters the version of a job, and has it go live if the gate lets it.</summary>
    public async Task<ModelVersion> AddAsync(TrainingJob job, Model model, DateTime now, CancellationToken cancellation)
    {
        var run = await db.Runs.AsNoTracking().SingleAsync(run => run.CorrelationId == job.RunId, cancellation);
        // Another version may have gone live, or be about to, since this one was compared.
        var live = model.WantedVersion ?? model.LiveVersion;
        var liveMetrics = job.ComparedVersion == live ? job.LiveMetrics : null;
        var (promotes, reason) = PromotionGate.Judge(job.Metrics!, liveMetrics, live is not null, run.Promotion, options.Value);
        var version = new ModelVersion
        {
            Model = job.Model,
            Number = job.ModelVersion!.Value,
            Label = job.Label,
            JobId = job.CorrelationId,
            RunId = job.RunId,
            Metrics = job.Metrics!,
            LiveMetrics = job.LiveMetrics,
            Parameters = job.Parameters,
            Profile = job.Profile,
            DatasetId = job.DatasetId,
            RequestedBy = run.RequestedBy,
            CreatedAt = now,
            Curve = job.Curve,
            IsWaiting = !promotes,
            Reason = reason,
        };
        db.ModelVersions.Add(version);
        if (promotes)
            model.Want(version.Number, Gate, now);
        await db.SaveChangesAsync(cancellation);
        return version;
    }

    /// <summary>Retires the oldest versions that are not in use; their files are removed later.</summary>
    /// <param name="model">The model, whose row is locked.</param>
    /// <param name="newest">A version that is kept in any case.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Those that are retired now.</returns>
    public async Task<IReadOnlyList<ModelVersion>> RetireAsync(Model model, long? newest, CancellationToken cancellation)
    {
        var versions = await db.ModelVersions
            .Where(version => version.Model == model.Name && !version.IsRetired)
            .OrderByDescending(version => version.Number)
            .ToListAsync(cancellation);
        var retired = versions.Where(version => version.Number != newest && !model.Uses(version.Number)).Skip(options.Value.KeepVersions).ToList();
        foreach (var version in retired)
            version.IsRetired = true;
        await db.SaveChangesAsync(cancellation);
        return retired;
    }
}
