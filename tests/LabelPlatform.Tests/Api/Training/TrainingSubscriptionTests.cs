using LabelPlatform.Api.Training.Events;
using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Training;

public sealed class TrainingSubscriptionTests
{
    private static readonly Guid First = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Third = Guid.Parse("00000000-0000-0000-0000-000000000003");
    private static readonly TrainingRunCompleted Completed = new(Runs.RunId, "completed", 3, 0, 0);

    [Fact]
    public async Task Add_TooMuchWaits_LeavesOutTheOldestOfTheSameJob()
    {
        using var subscription = new TrainingSubscription(Runs.RunId, maxPending: 3, _ => { });

        foreach (var (job, fraction) in new[] { (First, 0.1), (Second, 0.1), (First, 0.2), (First, 0.3), (Second, 0.9), (Third, 0.5) })
            subscription.Add(Changed(job, fraction));
        subscription.Complete(Completed);

        (await ReadAllAsync(subscription)).ShouldBe([(First, 0.2), (First, 0.3), (Second, 0.9), (Third, 0.5)]);
    }

    [Fact]
    public async Task Add_AfterTheEnd_ChangesNothing()
    {
        using var subscription = new TrainingSubscription(Runs.RunId, maxPending: 3, _ => { });
        subscription.Complete(Completed);
        subscription.Add(Changed(First, 1));
        subscription.Complete(Completed with { State = "cancelled" });

        (await subscription.TakeAsync(CancellationToken.None)).ShouldBe((null, Completed));
    }

    private static TrainingJobChanged Changed(Guid job, double fraction) => new(Runs.Job("running", fraction) with { JobId = job });

    private static async Task<List<(Guid Job, double Fraction)>> ReadAllAsync(TrainingSubscription subscription)
    {
        var read = new List<(Guid, double)>();
        while (await subscription.TakeAsync(CancellationToken.None) is { Changed: { } changed })
            read.Add((changed.Job.JobId, changed.Job.Fraction));
        return read;
    }
}
