using LabelPlatform.Trainer.Sampling;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Sampling;

public sealed class ResourceSourcesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("labelplatform-cgroup-").FullName;

    public ResourceSourcesTests()
    {
        Write("proc/stat", "cpu  100 0 0 900 0 0 0 0 0 0\ncpu0 50 0 0 450 0 0 0 0 0 0\ncpu1 50 0 0 450 0 0 0 0 0 0\n");
        Write("proc/meminfo", "MemTotal:  4096 kB\nMemFree: 1 kB\nMemAvailable: 1024 kB\n");
    }

    [Fact]
    public void Find_WithoutLimits_IsTheMachine()
    {
        Write("proc/self/cgroup", "0::/user.slice\n");
        Write("cgroup/user.slice/cpu.max", "max 100000\n");
        Write("cgroup/user.slice/memory.max", "max\n");

        var sources = Find();

        sources.Cpu.Cores.ShouldBe(2);
        sources.Cpu.ReadSeconds().ShouldBe(1);
        sources.Memory.Limit.ShouldBe(4096 * 1024);
        sources.Memory.ReadUsed().ShouldBe(3072 * 1024);
    }

    [Fact]
    public void Find_InACgroupOfVersion2_IsTheTightestOfThoseAbove()
    {
        Write("proc/self/cgroup", "0::/pod/container\n");
        Write("cgroup/pod/cpu.max", "50000 100000\n");
        Write("cgroup/pod/cpu.stat", "usage_usec 2500000\nuser_usec 1\nsystem_usec 1\n");
        Write("cgroup/pod/container/cpu.max", "max 100000\n");
        Write("cgroup/pod/container/memory.max", "2000000\n");
        Write("cgroup/pod/container/memory.current", "900000\n");
        Write("cgroup/pod/container/memory.stat", "anon 5\nfile 5\ninactive_file 300000\nactive_file 7\n");

        var sources = Find();

        sources.Cpu.Cores.ShouldBe(0.5);
        sources.Cpu.ReadSeconds().ShouldBe(2.5);
        sources.Memory.Limit.ShouldBe(2_000_000);
        sources.Memory.ReadUsed().ShouldBe(600_000);
    }

    [Fact]
    public void Find_InAContainerThatSeesItsOwnCgroupAsTheRoot_ReadsThat()
    {
        Write("proc/self/cgroup", "0::/../../docker/abc\n");
        Write("cgroup/memory.max", "1000000\n");
        Write("cgroup/memory.current", "400000\n");

        Find().Memory.ReadUsed().ShouldBe(400_000);
    }

    [Fact]
    public void Find_InCgroupsOfVersion1_ReadsTheirs()
    {
        Write("proc/self/cgroup", "5:cpu,cpuacct:/docker/abc\n4:memory:/docker/abc\n0::/\n");
        Write("cgroup/cpu/docker/abc/cpu.cfs_quota_us", "150000\n");
        Write("cgroup/cpu/docker/abc/cpu.cfs_period_us", "100000\n");
        Write("cgroup/cpuacct/docker/abc/cpuacct.usage", "3500000000\n");
        Write("cgroup/memory/docker/abc/memory.limit_in_bytes", "3000000\n");
        Write("cgroup/memory/docker/abc/memory.usage_in_bytes", "2000000\n");
        Write("cgroup/memory/docker/abc/memory.stat", "inactive_file 9\ntotal_inactive_file 500000\n");

        var sources = Find();

        sources.Cpu.Cores.ShouldBe(1.5);
        sources.Cpu.ReadSeconds().ShouldBe(3.5);
        sources.Memory.Limit.ShouldBe(3_000_000);
        sources.Memory.ReadUsed().ShouldBe(1_500_000);
    }

    [Fact]
    public void Find_InCgroupsOfVersion1WithoutLimits_IsTheMachine()
    {
        Write("proc/self/cgroup", "5:cpu,cpuacct:/\n4:memory:/\n");
        Write("cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        Write("cgroup/cpu/cpu.cfs_period_us", "100000\n");
        Write("cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Write("cgroup/memory/memory.usage_in_bytes", "1\n");

        var sources = Find();

        sources.Cpu.Cores.ShouldBe(2);
        sources.Memory.Limit.ShouldBe(4096 * 1024);
    }

    [Fact]
    public void Find_OnThisMachine_ReadsFigures()
    {
        var sources = ResourceSources.Find();

        sources.Cpu.Cores.ShouldBeGreaterThan(0);
        sources.Cpu.ReadSeconds().ShouldBeGreaterThan(0);
        sources.Memory.ReadUsed().ShouldBeInRange(1, sources.Memory.Limit);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private ResourceSources Find() => ResourceSources.Find(Path.Combine(_root, "proc"), Path.Combine(_root, "cgroup"));

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
