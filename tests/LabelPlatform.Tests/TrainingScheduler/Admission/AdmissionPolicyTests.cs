using LabelPlatform.Contracts.Training;
using LabelPlatform.TrainingScheduler.Admission;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.TrainingScheduler.Admission;

public sealed class AdmissionPolicyTests
{
    private static readonly AdmissionOptions Options = new() { MaxJobsPerWorker = 5 };

    [Theory]
    [InlineData(0, 10, 10, "Admit", "processor 10 %, memory 10 %, all below 95 %")]
    [InlineData(0, 80, 90, "Admit", "processor 80 %, memory 90 %, all below 95 %")]
    [InlineData(0, 99, 10, "Hold", "processor 99 % ≥ 95 %")]
    [InlineData(0, 10, 96, "Hold", "memory 96 % ≥ 95 %")]
    [InlineData(1, 54.9, 54.9, "Admit", "processor 54.9 %, memory 54.9 %, all below 55 %")]
    [InlineData(1, 55, 10, "Hold", "processor 55 % ≥ 55 %")]
    [InlineData(1, 10, 71.3, "Hold", "memory 71.3 % ≥ 55 %")]
    [InlineData(5, 10, 10, "Hold", "it has 5 jobs, the most it may have")]
    public void Judge_LoadOfOthers_AdmitsOrHolds(int running, double cpu, double memory, string kind, string reason)
    {
        var verdict = AdmissionPolicy.Judge(new ResourceWindow(3, cpu, memory, 0, 0), isWhole: true, isSettled: true, running, Options);

        (verdict.Kind.ToString(), verdict.Reason).ShouldBe((kind, reason));
    }

    [Theory]
    [InlineData(1, 96, 48, 10, 0, true, "Evict")] // alone, and memory is ours
    [InlineData(3, 96, 48, 10, 0, true, "Evict")]
    [InlineData(3, 96, 47, 10, 0, true, "Hold")] // memory is others'
    [InlineData(3, 96, 48, 10, 0, false, "Hold")] // the figures may be those of a trainer that is being stopped
    [InlineData(3, 95, 90, 10, 0, true, "Hold")] // not over the limit
    [InlineData(2, 20, 10, 99, 60, true, "Evict")]
    [InlineData(1, 20, 10, 99, 99, true, "Hold")] // alone it may have the processor
    [InlineData(2, 20, 10, 99, 40, true, "Hold")] // the processor is others'
    [InlineData(2, 20, 10, 99, 60, false, "Hold")] // a mean over a start says nothing
    public void Judge_Danger_EvictsOnlyWhatIsOurs(int running, double memory, double ownMemory, double cpu, double ownCpu, bool isWhole, string kind) =>
        AdmissionPolicy.Judge(new ResourceWindow(3, cpu, memory, ownCpu, ownMemory), isWhole, isSettled: false, running, Options).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData(40, 30, 2, 400, null)] // 40 + 2 of 4 cores = 90, 30 + 400 of 1000 MB = 70
    [InlineData(50, 30, 2, 400, "processor 50 % + 50 % for it > 95 %")]
    [InlineData(40, 60, 2, 400, "memory 60 % + 40 % for it > 95 %")]
    public void FindMisfit_Estimate_SaysWhatIsTooMuch(double cpu, double memory, double cores, long megabytes, string? expected) =>
        AdmissionPolicy.FindMisfit(new ResourceWindow(3, cpu, memory, 0, 0), cores, megabytes * 1_000_000, 4, 1_000_000_000, Options).ShouldBe(expected);
}
