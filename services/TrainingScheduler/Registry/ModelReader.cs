using LabelPlatform.Contracts.Models;
using LabelPlatform.TrainingScheduler.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Shows models and versions.</summary>
internal sealed class ModelReader(TrainingDbContext db)
{
    public async Task<IReadOnlyList<ModelDetails>> ListAsync(CancellationToken cancellation)
    {
        // A label that is trained for the first time has a model, but nothing to show yet.
        var models = await db.Models.AsNoTracking()
            .Where(model => db.ModelVersions.Any(version => version.Model == model.Name))
            .OrderBy(model => model.Name)
            .ToListAsync(cancellation);
        var versions = (await db.ModelVersions.AsNoTracking().ToListAsync(cancellation)).ToLookup(version => version.Model, StringComparer.Ordinal);
        return [.. models.Select(model => Show(model, versions[model.Name]))];
    }

    public async Task<ModelDetails?> FindAsync(string name, CancellationToken cancellation)
    {
        var model = await db.Models.AsNoTracking().SingleOrDefaultAsync(model => model.Name == name, cancellation);
        return model is null
            ? null
            : Show(model, await db.ModelVersions.AsNoTracking().Where(version => version.Model == name).ToListAsync(cancellation));
    }

    public async Task<ModelVersionDetails?> FindVersionAsync(string name, long number, CancellationToken cancellation)
    {
        var model = await db.Models.AsNoTracking().SingleOrDefaultAsync(model => model.Name == name, cancellation);
        var version = await db.ModelVersions.AsNoTracking()
            .SingleOrDefaultAsync(version => version.Model == name && version.Number == number, cancellation);
        return model is null || version is null ? null : Show(model, version, withCurve: true);
    }

    private static ModelDetails Show(Model model, IEnumerable<ModelVersion> versions) => new(
        model.Name,
        model.Label,
        model.LiveVersion,
        model.PreviousVersion,
        model.WantedVersion,
        model.State.ToString().ToLowerInvariant(),
        model.Problem,
        model.PromotedAt,
        model.PromotedBy,
        [.. versions.OrderByDescending(version => version.Number).Select(version => Show(model, version, withCurve: false))]);

    private static ModelVersionDetails Show(Model model, ModelVersion version, bool withCurve) => new(
        version.Model,
        version.Label,
        version.Number,
        StateOf(model, version),
        version.Reason,
        version.Metrics,
        version.LiveMetrics,
        version.Parameters,
        version.Profile,
        version.DatasetId,
        version.RunId,
        version.JobId,
        version.RequestedBy,
        version.CreatedAt,
        withCurve ? version.Curve : []);

    private static string StateOf(Model model, ModelVersion version) =>
        version.IsRetired ? "retired"
        : version.Number == model.LiveVersion ? "live"
        : version.Number == model.PreviousVersion ? "previous"
        : version.IsWaiting ? "waiting"
        : "kept";
}
