using LabelPlatform.Trainer.Processes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Processes;

public class ProcessMemoryTests
{
    [Fact]
    public void ParsePss_ARollup_IsItsShareInBytes() =>
        ProcessMemory.ParsePss("55d0-7ffe ---p 00000000 00:00 0   [rollup]\nRss:               90000 kB\nPss:               61234 kB\nPss_Dirty:             9 kB\n").ShouldBe(61234 * 1024);

    [Fact]
    public void ParsePss_AKernelWithoutIt_IsNull() => ProcessMemory.ParsePss("Rss:   9 kB\nPss_Dirty: 9 kB\n").ShouldBeNull();

    [Fact]
    public void Read_OneThatHasEnded_IsNothing() => ProcessMemory.Read(new ProcessStat(1, 'Z', 0, 1, 0, 77)).ShouldBe(0);

    [Fact]
    public void Read_ThisProcess_IsSomething() =>
        ProcessMemory.Read(new ProcessStat(Environment.ProcessId, 'R', 0, 1, 0, 0)).ShouldBeGreaterThan(1 << 20);
}
