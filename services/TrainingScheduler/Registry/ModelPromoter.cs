using LabelPlatform.Contracts.Models;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Has versions go live because a person wants it.</summary>
internal sealed class ModelPromoter(TrainingDbContext db, ModelReader models, DatabaseClock clock)
{
    private const string Somebody = "a person";

    /// <summary>Promotes the version that <paramref name="choose"/> gives, and answers.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">Name of the model.</param>
    /// <param name="choose">Gives the version, or null when there is none to choose.</param>
    /// <param name="by">Who wants it.</param>
    public async Task PromoteAsync(ConsumeContext context, string name, Func<Model, long?> choose, string? by)
    {
        var model = await db.Models.Where(model => model.Name == name).ForUpdate().SingleOrDefaultAsync(context.CancellationToken);
        if (model is null)
        {
            await context.RespondAsync(new ModelNotFound(name));
            return;
        }

        if (choose(model) is not { } number)
        {
            await context.RespondAsync(new ModelPromotionRejected($"The model '{name}' has no version before the live one to go back to."));
            return;
        }

        var version = await db.ModelVersions
            .SingleOrDefaultAsync(version => version.Model == name && version.Number == number, context.CancellationToken);
        if (version is null)
        {
            await context.RespondAsync(new ModelNotFound(name, number));
            return;
        }

        if (version.IsRetired)
        {
            await context.RespondAsync(new ModelPromotionRejected($"Version {number} of '{name}' is retired: its files are removed. Train it again."));
            return;
        }

        if (model.WantedVersion != number)
        {
            version.IsWaiting = false;
            model.Want(number, by ?? Somebody, await clock.GetUtcNowAsync(db, context.CancellationToken));
            await db.SaveChangesAsync(context.CancellationToken);
            await context.Publish(new ModelPublicationDue(name));
        }

        await context.RespondAsync(new ModelPromoted((await models.FindAsync(name, context.CancellationToken))!));
    }
}
