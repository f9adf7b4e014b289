using LabelPlatform.Contracts.Training;
using LabelPlatform.Trainer.Sampling;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Sampling;

public class ResourceMeterTests
{
    // Two cores, 1000 bytes, windows of three seconds.
    private readonly ResourceMeter _meter = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(0.5), cores: 2, memoryBytes: 1000);

    [Fact]
    public void Add_BeforeAWindowIsFull_HasNothingToSay()
    {
        Add(0, 100).ShouldBeNull();
        Add(1, 101).ShouldBeNull();
        Add(2, 102).ShouldBeNull();
    }

    [Fact]
    public void Add_AFullWindow_HasTheMeanOfCpuAndTheMemoryAtItsEnd()
    {
        Add(0, 100, memory: 900, own: 7, ownMemory: 800);
        Add(1, 100);
        Add(2, 104);

        // 4.5 of 6 seconds of two cores, of them 1.5 for the trainers.
        Add(3, 104.5, memory: 420, own: 8.5, ownMemory: 100).ShouldBe(new ResourceWindow(3, 75, 42, 25, 10));
    }

    [Fact]
    public void Add_LaterReadings_MovesTheWindow()
    {
        foreach (var second in Enumerable.Range(0, 4))
            Add(second, 100);

        // Of 6 seconds of two cores 3, since the reading at 1.
        Add(4, 103).ShouldNotBeNull().CpuPercent.ShouldBe(50);
    }

    [Fact]
    public void Add_AReadingALittleTooSoon_MakesAWindowAllTheSame() => (Add(0, 0) ?? Add(2.9, 2.9)).ShouldNotBeNull().CpuPercent.ShouldBe(50);

    [Fact]
    public void Add_MoreThanThereIs_IsAHundred()
    {
        Add(0, 0);

        Add(3, 60, memory: 2000, own: 60, ownMemory: 2000).ShouldBe(new ResourceWindow(3, 100, 100, 100, 100));
    }

    private ResourceWindow? Add(double at, double cpu, long memory = 0, double own = 0, long ownMemory = 0) =>
        _meter.Add(new ResourceReading(TimeSpan.FromSeconds(at), cpu, memory, own, ownMemory));
}
