using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Worker;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public class UsageMeterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly UsageMeter _meter;

    public UsageMeterTests() => _meter = new UsageMeter(TimeSpan.FromSeconds(2), _time);

    [Fact]
    public void Current_OfALongJob_IsItsBusiestWindowAndItsPeak()
    {
        Add(after: 1, cpu: 1, memory: 10);
        Add(after: 1, cpu: 4, memory: 70);
        Add(after: 1, cpu: 4.5, memory: 20);
        Add(after: 1, cpu: 4.5, memory: 20);
        _time.Advance(TimeSpan.FromSeconds(1));

        // 4 seconds of processor in the first two.
        _meter.Current.ShouldBe(new TrainingUsage(2, 70, 5));
    }

    [Fact]
    public void Current_OfAJobShorterThanAWindow_IsItsMean()
    {
        Add(after: 1, cpu: 1.5, memory: 10);

        _meter.Current.ShouldBe(new TrainingUsage(1.5, 10, 1));
    }

    [Fact]
    public void Current_OfAJobThatWasNeverMeasured_IsItsTime()
    {
        _time.Advance(TimeSpan.FromSeconds(0.5));

        _meter.Current.ShouldBe(new TrainingUsage(0, 0, 0.5));
    }

    [Fact]
    public void Add_AnotherProcess_GoesOnFromTheOneBefore()
    {
        Add(after: 1, cpu: 2, memory: 10).ShouldBe(2);
        Add(after: 1, cpu: 0.5, memory: 10, leader: 8).ShouldBe(0.5);
        Add(after: 1, cpu: 0.75, memory: 10, leader: 8).ShouldBe(0.25);
    }

    [Fact]
    public void Add_LessThanBefore_IsNothing()
    {
        Add(after: 1, cpu: 2, memory: 10);

        Add(after: 1, cpu: 1, memory: 10).ShouldBe(0);
    }

    private double Add(double after, double cpu, long memory, int leader = 7)
    {
        _time.Advance(TimeSpan.FromSeconds(after));
        return _meter.Add(leader, cpu, memory);
    }
}
