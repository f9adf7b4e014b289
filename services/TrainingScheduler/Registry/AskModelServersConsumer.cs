using LabelPlatform.Contracts.Models;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Asks the model servers about a model's live version, outside of any transaction: nobody waits for them with a lock.</summary>
internal sealed class AskModelServersConsumer(TrainingDbContext db, ModelServersClient servers) :
    IConsumer<ModelPublicationDue>
{
    public async Task Consume(ConsumeContext<ModelPublicationDue> context)
    {
        var name = context.Message.Model;
        var model = await db.Models.AsNoTracking().SingleOrDefaultAsync(model => model.Name == name, context.CancellationToken);
        if (model is null)
            return;
        var (state, problem) = model is { LiveVersion: { } live, State: ModelPublicationState.Publishing or ModelPublicationState.Failing }
            ? await servers.AskAsync(name, live, context.CancellationToken)
            : (model.State, model.Problem);
        await context.Publish(new ModelPublicationReported(name, model.LiveVersion, state, problem), context.CancellationToken);
    }
}
