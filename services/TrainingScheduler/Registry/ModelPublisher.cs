using LabelPlatform.Contracts.Models;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>
/// Takes a model a step towards what is wanted: the wanted version becomes the live one and is written to <c>models.config</c>; then the model
/// servers are asked until all have it; only then may the next one follow.
/// </summary>
internal sealed class ModelPublisher(
    TrainingDbContext db,
    ModelRegistry registry,
    ModelsConfigFile config,
    DatabaseClock clock,
    IOptions<TrainingOptions> options,
    ILogger<ModelPublisher> logger)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan AskAgainAfterFailure = TimeSpan.FromSeconds(5);
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(options.Value.PromotionIntervalSeconds);

    /// <summary>Takes the step, in the transaction of who calls it.</summary>
    public async Task StepAsync(ModelPublicationReported report, IPublishEndpoint events, CancellationToken cancellation)
    {
        await LockAsync(cancellation);
        var model = await db.Models.Where(model => model.Name == report.Model).ForUpdate().SingleAsync(cancellation);
        var now = await clock.GetUtcNowAsync(db, cancellation);
        // What was asked about another version, or before the servers had this one, is late.
        if (model.LiveVersion == report.LiveVersion && model.State is (ModelPublicationState.Publishing or ModelPublicationState.Failing))
            await AcceptAsync(model, report, events, cancellation);
        if (model.WantedVersion != model.LiveVersion && MayGoOn(model, now))
            Advance(model, now);
        model.DueAt = NextStep(model, now);
        await db.SaveChangesAsync(cancellation);
        config.Write(await db.Models.AsNoTracking().ToListAsync(cancellation));
    }

    /// <summary>Writes <c>models.config</c> as the registry has it.</summary>
    public async Task WriteConfigAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.BeginWriteAsync(cancellation);
        await LockAsync(cancellation);
        config.Write(await db.Models.AsNoTracking().ToListAsync(cancellation));
    }

    /// <summary>Of all schedulers, one writes the file at a time.</summary>
    private Task<RegistryLock> LockAsync(CancellationToken cancellation) =>
        db.RegistryLocks.Where(row => row.Id == RegistryLock.TheOne).ForUpdate().SingleAsync(cancellation);

    private async Task AcceptAsync(Model model, ModelPublicationReported report, IPublishEndpoint events, CancellationToken cancellation)
    {
        var before = model.State;
        (model.State, model.Problem) = (report.State, report.Problem);
        if (before == report.State || model.LiveVersion is not { } live)
            return;
        if (report.State is ModelPublicationState.Failing)
            Log.VersionNotLive(logger, model.Name, live, report.Problem);
        if (report.State is not ModelPublicationState.Live)
            return;
        // From the promotion, through looks of which none is part of a trace, until now.
        using var span = PlatformTelemetry.Continue("publish model", model.TraceParent, new DateTimeOffset(model.PromotedAt!.Value));
        span?.SetTag("labelplatform.model", model.Name).SetTag("labelplatform.version", live);
        Log.VersionLive(logger, model.Name, live);
        await events.Publish(new ModelVersionPublished(model.Name, model.Label, live), cancellation);
        foreach (var version in await registry.RetireAsync(model, newest: null, cancellation))
            await events.Publish(new ModelVersionRetired(version.Model, version.Number), cancellation);
    }

    /// <summary>Whether the servers have the live version, or have had their time, and Inference has noticed it.</summary>
    private bool MayGoOn(Model model, DateTime now) => model.State switch
    {
        ModelPublicationState.None => true,
        ModelPublicationState.Publishing => now - model.PromotedAt >= TimeSpan.FromSeconds(options.Value.PublishTimeoutSeconds),
        _ => now - model.PromotedAt >= _interval,
    };

    private void Advance(Model model, DateTime now)
    {
        // A version that was never loaded is nothing to go back to.
        var before = model.State is ModelPublicationState.Live ? model.LiveVersion : model.PreviousVersion;
        model.PreviousVersion = before == model.WantedVersion ? null : before;
        model.LiveVersion = model.WantedVersion;
        model.State = ModelPublicationState.Publishing;
        model.Problem = null;
        model.PromotedAt = now;
        model.PromotedBy = model.WantedBy;
        Log.VersionPublished(logger, model.Name, model.LiveVersion!.Value, model.PromotedBy);
    }

    private DateTime? NextStep(Model model, DateTime now) => model.State switch
    {
        ModelPublicationState.Publishing => now + AskAgain,
        ModelPublicationState.Failing => now + AskAgainAfterFailure,
        ModelPublicationState.Live when model.WantedVersion != model.LiveVersion => model.PromotedAt + _interval,
        _ => null,
    };
}
