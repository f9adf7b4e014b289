using LabelPlatform.Trainer.Processes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Processes;

public class ProcessTableTests
{
    // 10 leads a group; 13 has left it; 14 is of the group, but its parent is gone; 20 and 21 are others.
    private static readonly ProcessTable Table = new([Process(10, 1, 10), Process(11, 10, 10), Process(12, 11, 10), Process(13, 12, 13), Process(14, 1, 10), Process(20, 1, 20), Process(21, 20, 20)]);

    [Fact]
    public void DescendantsOf_AProcess_AreThoseOfAllGenerations() =>
        Table.DescendantsOf(10).Select(process => process.Id).ShouldBe([11, 12, 13]);

    [Fact]
    public void MembersOf_ALeader_AreItsGroupAndItsDescendants() =>
        Table.MembersOf(10).Select(process => process.Id).ShouldBe([10, 11, 12, 13, 14], ignoreOrder: true);

    [Fact]
    public void Read_ThisMachine_FindsThisProcess() =>
        ProcessTable.Read().MembersOf(Environment.ProcessId).Single(process => process.Id == Environment.ProcessId).ResidentPages.ShouldBeGreaterThan(0);

    private static ProcessStat Process(int id, int parent, int group) => new(id, 'S', parent, group, 0, 0);
}
