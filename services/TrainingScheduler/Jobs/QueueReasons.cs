using System.Globalization;
using LabelPlatform.TrainingScheduler.Workers;

namespace LabelPlatform.TrainingScheduler.Jobs;

/// <summary>Says why a job waits.</summary>
internal static class QueueReasons
{
    private const int ShownWorkers = 3;

    /// <summary>Why a job waits, for people.</summary>
    /// <param name="job">The job.</param>
    /// <param name="ahead">How many are before it.</param>
    /// <param name="workers">The workers that are not offline.</param>
    /// <param name="now">The time.</param>
    public static string Explain(TrainingJob job, int ahead, IReadOnlyList<TrainingWorker> workers, DateTime now)
    {
        if (job.EligibleAt > now)
            return $"{job.Reason} It is tried again at {job.EligibleAt.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC.";
        var able = workers.Where(worker => worker.Profiles.Any(profile => profile.Name == job.Profile)).ToArray();
        if (able.Length == 0)
        {
            return workers.Count == 0
                ? "No worker is online."
                : $"No worker that is online offers the profile '{job.Profile}'.";
        }

        var reasons = string.Join("; ", able.Take(ShownWorkers).Select(worker => $"{worker.Name} is {worker.CurrentState.ToLowerInvariant()}: {worker.Reason}"));
        var more = able.Length > ShownWorkers ? $"; and {able.Length - ShownWorkers} more workers" : "";
        return ahead == 0 ? $"{reasons}{more}." : $"{ahead} before it. {reasons}{more}.";
    }
}
