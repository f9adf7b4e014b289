using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.AllInOne;

/// <summary>Says of each model of a run, once, that it is live or why it is not.</summary>
internal sealed class SampleTrainingWatch(ILogger logger)
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>How many models are live.</summary>
    public int Live { get; private set; }

    /// <summary>Tells what is new.</summary>
    /// <returns>Whether all models of the run have been told of.</returns>
    public bool Tell(TrainingRunDetails run, IReadOnlyList<ModelDetails> models)
    {
        foreach (var job in run.Jobs.Where(job => !_told.Contains(job.Model)))
        {
            var model = models.FirstOrDefault(model => model.Model == job.Model);
            if (job.State == "succeeded" && model?.State == "live" && model.LiveVersion == job.Version)
                TellLive(job);
            else if (job.State == "succeeded" && model?.State == "failing")
                TellNotLive(job, model.Problem);
            else if (job.State is "failed" or "cancelled")
                TellNotLive(job, job.Reason);
        }

        return _told.Count == run.Jobs.Count;
    }

    private void TellLive(TrainingJobDetails job)
    {
        _told.Add(job.Model);
        Live++;
        Log.SampleModelLive(logger, job.Model, job.Label, job.Metrics?.F1 ?? double.NaN, job.Metrics?.Positives ?? 0);
    }

    private void TellNotLive(TrainingJobDetails job, string? reason)
    {
        _told.Add(job.Model);
        Log.SampleModelNotLive(logger, job.Model, job.Label, reason ?? job.State);
    }
}
