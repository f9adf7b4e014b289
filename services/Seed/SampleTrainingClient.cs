using LabelPlatform.Contracts.Datasets;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Seed;

/// <summary>Asks TrainingScheduler for what the sample's models need.</summary>
public sealed class SampleTrainingClient(SampleRequests requests, IMessageDataRepository messageData)
{
    private const string TrainingScheduler = "TrainingScheduler";
    private const string Dataset = "sample";

    /// <summary>Whether nothing was ever trained here: there is no model and no run.</summary>
    public async Task<bool> IsNewAsync(CancellationToken cancellationToken) =>
        (await GetModelsAsync(cancellationToken)).Count == 0
        && (await requests.AskAsync<GetTrainingRuns, TrainingRunsFound>(TrainingScheduler, new GetTrainingRuns(Limit: 1), cancellationToken)).Runs.Count == 0;

    /// <summary>Every model there is.</summary>
    public async Task<IReadOnlyList<ModelDetails>> GetModelsAsync(CancellationToken cancellationToken) =>
        (await requests.AskAsync<GetModels, ModelsFound>(TrainingScheduler, new GetModels(), cancellationToken)).Models;

    /// <summary>The run, or null when there is none of that id.</summary>
    public async Task<TrainingRunDetails?> GetRunAsync(Guid runId, CancellationToken cancellationToken)
    {
        var answer = await requests.AskAsync<GetTrainingRun, TrainingRunFound, TrainingRunNotFound>(
            TrainingScheduler, new GetTrainingRun(runId), cancellationToken);
        return answer.Is(out Response<TrainingRunFound>? found) ? found.Message.Run : null;
    }

    /// <summary>
    /// Registers the sample sentences and begins a run over them, whose versions go live whatever they are: with so few test rows the gate would wait
    /// for a person.
    /// </summary>
    /// <returns>The run's id.</returns>
    /// <exception cref="SampleException">Either was refused.</exception>
    public async Task<Guid> TrainAsync(CancellationToken cancellationToken)
    {
        var sentences = await SampleFile.ReadAsync(SampleFile.Sentences, cancellationToken);
        var dataset = await RegisterDatasetAsync(sentences, cancellationToken);
        var runId = NewId.NextGuid();
        await RequestAsync(runId, dataset, cancellationToken);
        return runId;
    }

    private async Task<string> RegisterDatasetAsync(byte[] content, CancellationToken cancellationToken)
    {
        var register = new RegisterDataset(await messageData.StoreAsync(content, cancellationToken), DatasetFileFormat.Csv, Dataset);
        var answer = await requests.AskAsync<RegisterDataset, DatasetRegistered, DatasetRejected>(TrainingScheduler, register, cancellationToken);
        if (answer.Is(out Response<DatasetRegistered>? registered))
            return registered.Message.Dataset.Id;
        throw new SampleException($"The sample data was refused: {((DatasetRejected)answer.Message).Reason}");
    }

    private async Task RequestAsync(Guid runId, string dataset, CancellationToken cancellationToken)
    {
        var request = new RequestTraining(
            runId, dataset, SampleModels.All, new TrainingParameters(), Promotion: PromotionRule.Always, RequestedBy: "sample");
        var answer = await requests.AskAsync<RequestTraining, TrainingRunFound, TrainingRejected>(TrainingScheduler, request, cancellationToken);
        if (answer.Is(out Response<TrainingRejected>? rejected))
            throw new SampleException($"The training was refused: {rejected.Message.Reason}");
    }
}
