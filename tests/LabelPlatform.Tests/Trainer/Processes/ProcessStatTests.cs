using LabelPlatform.Trainer.Processes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Processes;

public class ProcessStatTests
{
    [Fact]
    public void Parse_ALine_ReadsItsFields()
    {
        var process = ProcessStat.Parse("4217 (python3) S 4200 4198 4100 0 -1 4194304 120 30 0 0 250 50 120 30 30 10 4 0 987654 1073741824 2048 18446744073709551615 1 1 0\n");

        process.Id.ShouldBe(4217);
        process.State.ShouldBe('S');
        process.Parent.ShouldBe(4200);
        process.Group.ShouldBe(4198);
        // (250 + 50) of its own and (120 + 30) of its children, at 100 a second.
        process.CpuSeconds.ShouldBe(4.5);
        process.ResidentPages.ShouldBe(2048);
        process.HasEnded.ShouldBeFalse();
    }

    [Fact]
    public void Parse_ANameOfBlanksAndParentheses_IsNotTakenForFields()
    {
        var process = ProcessStat.Parse("7 (a) S 1 (b) Z 5 6 7 0 -1 4 1 1 0 0 1 0 0 0 20 0 1 0 9 0 0 18446744073709551615");

        process.Id.ShouldBe(7);
        process.Parent.ShouldBe(5);
        process.Group.ShouldBe(6);
        process.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Parse_SomethingElse_IsRefused() => Should.Throw<FormatException>(() => ProcessStat.Parse("7 sh S 1"));
}
