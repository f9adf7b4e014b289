using LabelPlatform.Trainer.Sampling;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Sampling;

public class MachineTests
{
    private const string Stat =
        """
        cpu  1000 200 300 90000 4000 50 60 70 500 20
        cpu0 600 100 200 45000 2000 25 30 35 250 10
        cpu1 400 100 100 45000 2000 25 30 35 250 10
        intr 123456 0 0
        ctxt 99
        """;

    private const string MemInfo =
        """
        MemTotal:       16000000 kB
        MemFree:         1000000 kB
        MemAvailable:    9000000 kB
        """;

    // user 1000 + nice 200 + system 300 + irq 50 + softirq 60 + steal 70, at 100 a second.
    [Fact]
    public void ParseSeconds_OfStat_LeavesIdleWaitingAndGuestsOut() => MachineCpu.ParseSeconds(Stat).ShouldBe(16.8);

    [Fact]
    public void ParseSeconds_OfSomethingElse_IsRefused() => Should.Throw<FormatException>(() => MachineCpu.ParseSeconds("intr 1 2 3 4 5"));

    [Fact]
    public void CountCores_OfStat_CountsTheirLines() => MachineCpu.CountCores(Stat).ShouldBe(2);

    [Fact]
    public void ParseUsed_OfMeminfo_IsWhatIsNotAvailable() => MachineMemory.ParseUsed(MemInfo).ShouldBe(7_000_000L * 1024);
}
