using LabelPlatform.Contracts.Models;
using LabelPlatform.Persistence;
using LabelPlatform.Persistence.Outbox;
using LabelPlatform.Persistence.Transactions;
using LabelPlatform.TrainingScheduler.Jobs;
using LabelPlatform.TrainingScheduler.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Enters the version of a job into the registry. A job has one, whatever is repeated.</summary>
internal sealed class RegisterModelVersionConsumer(TrainingDbContext db, ModelRegistry registry, ModelArtifacts artifacts, DatabaseClock clock) :
    IConsumer<RegisterModelVersion>
{
    public async Task Consume(ConsumeContext<RegisterModelVersion> context)
    {
        var (jobId, token) = (context.Message.JobId, context.Message.Token);
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.CorrelationId == jobId, context.CancellationToken);
        if (job is null || job.Token != token || job.CurrentState != JobStates.Registering)
            return;

        var version = await db.ModelVersions.SingleOrDefaultAsync(version => version.JobId == jobId, context.CancellationToken);
        try
        {
            if (version is null)
            {
                artifacts.PutInPlace(jobId, token, job.Model, job.Label, job.ModelVersion!.Value);
                var model = await db.Models.Where(model => model.Name == job.Model).ForUpdate().SingleAsync(context.CancellationToken);
                version = await registry.AddAsync(job, model, await clock.GetUtcNowAsync(db, context.CancellationToken), context.CancellationToken);
                foreach (var retired in await registry.RetireAsync(model, version.Number, context.CancellationToken))
                    await context.Publish(new ModelVersionRetired(retired.Model, retired.Number));
                if (model.WantedVersion == version.Number)
                    await context.Publish(new ModelPublicationDue(model.Name));
            }

            await context.Publish(new ModelVersionRegistered(jobId, token, version.Model, version.Number, version.Reason));
        }
        catch (InvalidDataException exception)
        {
            await context.Publish(new ModelVersionRefused(jobId, token, exception.Message));
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException && context.GetRetryAttempt() >= OutboxEndpointExtensions.RetryLimit)
        {
            await context.Publish(new ModelVersionRefused(
                jobId, token, $"The version cannot be put in place: {exception.Message} Check the permissions and the disk of the models' folder."));
        }
    }
}
