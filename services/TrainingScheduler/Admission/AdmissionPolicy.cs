using LabelPlatform.Contracts.Training;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>
/// Judges a worker's figures. Below the calm limit there is room for another job; a worker without jobs gets one unless the machine itself is in
/// danger; above the danger limit a job is stopped, if the greater part of the load is the jobs' own: load that is not ours holds, and never evicts.
/// </summary>
internal static class AdmissionPolicy
{
    /// <summary>Judges a window.</summary>
    /// <param name="window">The figures.</param>
    /// <param name="isWhole">Whether all of the window is from after the last change of what runs.</param>
    /// <param name="isSettled">Whether what was started last has had its time before the window, too.</param>
    /// <param name="running">How many jobs the worker has.</param>
    /// <param name="options">The limits.</param>
    public static AdmissionVerdict Judge(ResourceWindow window, bool isWhole, bool isSettled, int running, AdmissionOptions options)
    {
        if (!isWhole)
            return Hold("waiting for figures from after the last start or end of a trainer");
        if (running > 0 && IsDanger(window.MemoryPercent) && IsOurs(window.OwnMemoryPercent, window.MemoryPercent))
            return Evict($"memory {Percent(window.MemoryPercent)} > {Percent(options.DangerPercent)}, {Percent(window.OwnMemoryPercent)} of it trainers'");
        // Alone it may have the processor.
        if (running > 1 && IsDanger(window.CpuPercent) && IsOurs(window.OwnCpuPercent, window.CpuPercent))
            return Evict($"processor {Percent(window.CpuPercent)} > {Percent(options.DangerPercent)}, {Percent(window.OwnCpuPercent)} of it trainers'");
        if (!isSettled)
            return Hold("waiting until the last start has settled");

        var limit = running == 0 ? options.DangerPercent : options.CalmPercent;
        if (window.MemoryPercent >= limit)
            return Hold($"memory {Percent(window.MemoryPercent)} ≥ {Percent(limit)}");
        if (window.CpuPercent >= limit)
            return Hold($"processor {Percent(window.CpuPercent)} ≥ {Percent(limit)}");
        return running < options.MaxJobsPerWorker
            ? new AdmissionVerdict(AdmissionVerdictKind.Admit, $"{Figures(window)}, all below {Percent(limit)}")
            : Hold($"it has {running} jobs, the most it may have");

        bool IsDanger(double percent) => percent > options.DangerPercent;
    }

    /// <summary>Why a job does not fit beside what runs, or null when it does.</summary>
    /// <param name="window">The figures.</param>
    /// <param name="cores">Cores that the job is expected to take.</param>
    /// <param name="memoryBytes">Memory that it is expected to take.</param>
    /// <param name="allCores">Cores of the worker.</param>
    /// <param name="allMemoryBytes">Memory of the worker.</param>
    /// <param name="options">The limits.</param>
    public static string? FindMisfit(
        ResourceWindow window, double cores, long memoryBytes, double allCores, long allMemoryBytes, AdmissionOptions options)
    {
        var memory = 100.0 * memoryBytes / allMemoryBytes;
        if (window.MemoryPercent + memory > options.DangerPercent)
            return $"memory {Percent(window.MemoryPercent)} + {Percent(memory)} for it > {Percent(options.DangerPercent)}";
        var processor = 100 * cores / allCores;
        return window.CpuPercent + processor > options.DangerPercent
            ? $"processor {Percent(window.CpuPercent)} + {Percent(processor)} for it > {Percent(options.DangerPercent)}"
            : null;
    }

    /// <summary>The figures in words.</summary>
    public static string Figures(ResourceWindow window) => $"processor {Percent(window.CpuPercent)}, memory {Percent(window.MemoryPercent)}";

    private static bool IsOurs(double own, double all) => own >= all / 2;

    private static AdmissionVerdict Hold(string reason) => new(AdmissionVerdictKind.Hold, reason);

    private static AdmissionVerdict Evict(string reason) => new(AdmissionVerdictKind.Evict, reason);

    private static string Percent(double percent) => FormattableString.Invariant($"{percent:0.#} %");
}
