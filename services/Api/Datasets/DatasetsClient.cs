using LabelPlatform.Api.Owners;
using LabelPlatform.Api.Training;
using LabelPlatform.Contracts.Datasets;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Datasets;

/// <summary>Asks TrainingScheduler, which owns the datasets.</summary>
internal sealed class DatasetsClient(IBus bus, IOptions<TrainingApiOptions> options)
{
    private readonly DataOwner _scheduler = new(bus, "TrainingScheduler");
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
    private readonly TimeSpan _registrationTimeout = TimeSpan.FromSeconds(options.Value.DatasetTimeoutSeconds);

    public async Task<DatasetOutcome> RegisterAsync(RegisterDataset dataset, CancellationToken cancellationToken) =>
        DatasetOutcome.Of(await _scheduler.AskAsync<RegisterDataset, DatasetRegistered, DatasetRejected>(
            dataset, _registrationTimeout, cancellationToken));

    public Task<DatasetsFound> GetAllAsync(CancellationToken cancellationToken) =>
        _scheduler.AskAsync<GetDatasets, DatasetsFound>(new GetDatasets(), _timeout, cancellationToken);

    /// <summary>The dataset of this id or name, or null when there is none.</summary>
    public async Task<DatasetDetails?> GetAsync(string dataset, CancellationToken cancellationToken)
    {
        var response = await _scheduler.AskAsync<GetDataset, DatasetFound, DatasetNotFound>(new GetDataset(dataset), _timeout, cancellationToken);
        return response.Is(out Response<DatasetFound>? found) ? found.Message.Dataset : null;
    }
}
