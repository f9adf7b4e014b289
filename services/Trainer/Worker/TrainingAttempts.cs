using LabelPlatform.Contracts.Training;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer.Worker;

/// <summary>Makes attempts out of orders.</summary>
internal sealed class TrainingAttempts(
    TrainerPrograms programs, TrainerActivity activity, ReportQueue reports, IOptions<TrainerOptions> options, TimeProvider time, ILogger<TrainingAttempt> logger)
{
    public TrainingAttempt Create(StartTraining order) =>
        new(order, programs, activity, reports, new UsageMeter(TimeSpan.FromSeconds(options.Value.WindowSeconds), time), time, logger);
}
