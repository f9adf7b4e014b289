using LabelPlatform.Contracts.Models;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>Decides whether a new version goes live by itself.</summary>
internal static class PromotionGate
{
    /// <summary>Decides, and says why.</summary>
    /// <param name="metrics">The new version's, on the test rows.</param>
    /// <param name="live">The live version's, on the same rows; null when there is none, or it could not be judged.</param>
    /// <param name="hasLive">Whether there is a live version.</param>
    /// <param name="rule">What was asked for.</param>
    /// <param name="options">The limits.</param>
    public static (bool Promotes, string Reason) Judge(
        ModelMetrics metrics, ModelMetrics? live, bool hasLive, PromotionRule rule, TrainingOptions options)
    {
        var f1 = FormattableString.Invariant($"F1 {metrics.F1:0.###}");
        return rule switch
        {
            PromotionRule.Always => (true, $"{f1}; it goes live because the run asked for that."),
            PromotionRule.Never => (false, $"{f1}; it waits because the run asked for that."),
            _ when metrics.Positives < options.MinTestPositives =>
                (false, $"{f1}, but of {metrics.Positives} positive test rows only, fewer than {options.MinTestPositives}: a person decides."),
            _ when !hasLive => (true, $"{f1}; it is the first version."),
            _ when live is null => (false, $"{f1}, but the version that is live now was not judged by the same rows: a person decides."),
            _ when metrics.F1 >= live.F1 - options.PromotionMargin =>
                (true, FormattableString.Invariant($"{f1}, the live version's is {live.F1:0.###} on the same rows.")),
            _ => (false, FormattableString.Invariant(
                $"{f1} is worse than the live version's {live.F1:0.###} on the same rows by more than {options.PromotionMargin:0.###}: a person decides.")),
        };
    }
}
