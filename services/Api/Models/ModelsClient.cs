using LabelPlatform.Api.Owners;
using LabelPlatform.Api.Training;
using LabelPlatform.Contracts.Models;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Models;

/// <summary>Asks TrainingScheduler, which owns the registry of models.</summary>
internal sealed class ModelsClient(IBus bus, IOptions<TrainingApiOptions> options)
{
    private readonly DataOwner _scheduler = new(bus, "TrainingScheduler");
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    public Task<ModelsFound> GetAllAsync(CancellationToken cancellationToken) =>
        _scheduler.AskAsync<GetModels, ModelsFound>(new GetModels(), _timeout, cancellationToken);

    /// <summary>The model, or null when there is none of that name.</summary>
    public async Task<ModelDetails?> GetAsync(string model, CancellationToken cancellationToken)
    {
        var response = await _scheduler.AskAsync<GetModel, ModelFound, ModelNotFound>(new GetModel(model), _timeout, cancellationToken);
        return response.Is(out Response<ModelFound>? found) ? found.Message.Model : null;
    }

    /// <summary>The version, or null when there is none.</summary>
    public async Task<ModelVersionDetails?> GetVersionAsync(string model, long version, CancellationToken cancellationToken)
    {
        var response = await _scheduler.AskAsync<GetModelVersion, ModelVersionFound, ModelNotFound>(
            new GetModelVersion(model, version), _timeout, cancellationToken);
        return response.Is(out Response<ModelVersionFound>? found) ? found.Message.Version : null;
    }

    public async Task<PromotionOutcome> PromoteAsync(PromoteModel promotion, CancellationToken cancellationToken) =>
        PromotionOutcome.Of(await _scheduler.AskAsync<PromoteModel, ModelPromoted, ModelPromotionRejected, ModelNotFound>(
            promotion, _timeout, cancellationToken));

    public async Task<PromotionOutcome> RollBackAsync(RollBackModel rollback, CancellationToken cancellationToken) =>
        PromotionOutcome.Of(await _scheduler.AskAsync<RollBackModel, ModelPromoted, ModelPromotionRejected, ModelNotFound>(
            rollback, _timeout, cancellationToken));
}
