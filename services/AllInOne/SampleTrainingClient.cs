using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.AllInOne;

/// <summary>
/// Asks TrainingScheduler, which may still be starting: what is not answered in time is asked again. Everything asked here may be asked twice.
/// </summary>
internal sealed class SampleTrainingClient(IBus bus, IMessageDataRepository messageData, IOptions<SampleOptions> options)
{
    private const int Attempts = 5;
    private const string Dataset = "sample";

    private readonly RequestTimeout _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    public async Task<IReadOnlyList<ModelDetails>> GetModelsAsync(CancellationToken cancellationToken) =>
        (await RetryAsync(() => Client<GetModels>().GetResponse<ModelsFound>(new GetModels(), cancellationToken), cancellationToken)).Message.Models;

    public async Task<bool> AnyRunAsync(CancellationToken cancellationToken)
    {
        var runs = await RetryAsync(
            () => Client<GetTrainingRuns>().GetResponse<TrainingRunsFound>(new GetTrainingRuns(Limit: 1), cancellationToken), cancellationToken);
        return runs.Message.Runs.Count > 0;
    }

    /// <summary>The run, or null when there is none of that id.</summary>
    public async Task<TrainingRunDetails?> GetRunAsync(Guid runId, CancellationToken cancellationToken)
    {
        var answer = await RetryAsync(
            () => Client<GetTrainingRun>().GetResponse<TrainingRunFound, TrainingRunNotFound>(new GetTrainingRun(runId), cancellationToken), cancellationToken);
        return answer.Is(out Response<TrainingRunFound>? found) ? found.Message.Run : null;
    }

    /// <summary>Registers the sample data and gives the dataset's id.</summary>
    /// <exception cref="SampleTrainingException">It was refused.</exception>
    public async Task<string> RegisterDatasetAsync(byte[] content, CancellationToken cancellationToken)
    {
        var register = new RegisterDataset(await messageData.StoreAsync(content, cancellationToken), DatasetFileFormat.Csv, Dataset);
        var answer = await RetryAsync(
            () => Client<RegisterDataset>().GetResponse<DatasetRegistered, DatasetRejected>(register, cancellationToken), cancellationToken);
        if (answer.Is(out Response<DatasetRegistered>? registered))
            return registered.Message.Dataset.Id;
        throw new SampleTrainingException($"The sample data was refused: {((DatasetRejected)answer.Message).Reason}");
    }

    /// <summary>Begins a run whose versions go live whatever they are: with so few test rows the gate would wait for a person.</summary>
    /// <exception cref="SampleTrainingException">It was refused.</exception>
    public async Task RequestAsync(Guid runId, string dataset, CancellationToken cancellationToken)
    {
        var request = new RequestTraining(
            runId, dataset, SampleModels.All, new TrainingParameters(), Promotion: PromotionRule.Always, RequestedBy: "sample");
        var answer = await RetryAsync(
            () => Client<RequestTraining>().GetResponse<TrainingRunFound, TrainingRejected>(request, cancellationToken), cancellationToken);
        if (answer.Is(out Response<TrainingRejected>? rejected))
            throw new SampleTrainingException($"The training was refused: {rejected.Message.Reason}");
    }

    private static async Task<T> RetryAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (RequestTimeoutException) when (attempt < Attempts && !cancellationToken.IsCancellationRequested)
            {
                // It is still starting, or busy.
            }
        }
    }

    private IRequestClient<T> Client<T>()
        where T : class => bus.CreateRequestClient<T>(_timeout);
}
