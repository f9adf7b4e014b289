using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Jobs;

namespace LabelPlatform.TrainingScheduler.Admission;

/// <summary>What a worker was given.</summary>
/// <param name="Job">The job, or null.</param>
/// <param name="Order">What its trainer needs to know.</param>
/// <param name="Misfit">Why there is none although jobs wait, or null.</param>
internal sealed record Claim(TrainingJob? Job, TrainingOrder? Order, string? Misfit);
