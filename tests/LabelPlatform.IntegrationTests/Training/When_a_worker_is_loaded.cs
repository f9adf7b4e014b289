using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>Real trainers on a worker that measures them.</summary>
[Trait("Category", "Long")]
public class When_a_worker_is_loaded(TestEnvironment environment)
{
    private const int Jobs = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Should_admit_each_job_by_fresh_figures_and_light_ones_side_by_side()
    {
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = await StartAsync(postgreSql.Address, "sleep 5\n", new() { ["Trainer__Cores"] = "16", ["Trainer__MemoryLimitBytes"] = "16000000000" });
        var runId = await BeginAsync(platform, Jobs);

        await Eventually.HoldsAsync("four run at once", TimeSpan.FromSeconds(90), async _ =>
            (await platform.Client.WorkersAsync())[0]!["jobs"]!.AsArray().Count >= 4);
        var jobs = await platform.Client.UntilEndedAsync(runId, Limit);

        jobs.Select(job => $"{job!["state"]} {job["reason"]}").ShouldAllBe(state => state.StartsWith("succeeded", StringComparison.Ordinal));
        jobs.Sum(job => job!["evictions"]!.GetValue<int>()).ShouldBe(0);
        var admitted = await AdmissionsAsync(platform, jobs);
        admitted.Count.ShouldBe(Jobs);
        admitted.ShouldAllBe(decision => decision["runningJobs"]!.GetValue<int>() == 0
            || (decision["window"]!["cpuPercent"]!.GetValue<double>() < 55 && decision["window"]!["memoryPercent"]!.GetValue<double>() < 55));
        // Settling takes 0.4 s, and the window after it 0.4 s, unless a job ended meanwhile; then it is the window alone.
        var times = admitted.Select(decision => decision["at"]!.GetValue<DateTime>()).Order().ToArray();
        times.Zip(times.Skip(1), (earlier, later) => later - earlier).ShouldAllBe(gap => gap > TimeSpan.FromSeconds(0.4));
    }

    [Fact]
    public async Task Should_hold_while_others_load_the_machine_and_evict_nothing()
    {
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = await StartAsync(postgreSql.Address, "sleep 12\n", new() { ["Admission__DangerPercent"] = "100" });
        // One process in a group of its own, with as many children as there are cores.
        await using var load = ChildProcess.Start("load", ["/bin/sh", "-c", string.Concat(Enumerable.Repeat("while :; do :; done & ", Environment.ProcessorCount)) + "wait"]);
        var runId = await BeginAsync(platform, 3);
        await Eventually.HoldsAsync("one runs", TimeSpan.FromSeconds(60), async _ => await RunningAsync(platform) == 1);

        // Twenty samples later it still is the only one.
        var since = await SampledAtAsync(platform);
        await Eventually.HoldsAsync("twenty samples were judged", TimeSpan.FromSeconds(60), async _ =>
        {
            (await RunningAsync(platform)).ShouldBeLessThanOrEqualTo(1);
            return await SampledAtAsync(platform) - since > TimeSpan.FromSeconds(4);
        });
        var queue = (await platform.Client.GetAsync("/v1/training/queue"))["jobs"]!.AsArray();
        queue.Count.ShouldBe(2);
        queue[0]!["reason"]!.GetValue<string>().ShouldMatch("^worker-1 is (holding|settling): (processor [0-9.]+ % ≥ 55 %|waiting for figures.*).$");

        await load.KillAsync();
        var jobs = await platform.Client.UntilEndedAsync(runId, Limit);
        jobs.Select(job => $"{job!["state"]} {job["evictions"]}").ShouldAllBe(job => job == "succeeded 0");
    }

    [Fact]
    public async Task Should_evict_the_newest_when_trainers_fill_the_memory_and_train_it_afterwards()
    {
        // Light until both run; then each takes 400 MB of the 700 MB there are.
        const string Hungry = "sleep 4\nhead -c 400M /dev/zero | tail | sleep 4\n";
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = await StartAsync(postgreSql.Address, Hungry, new()
        {
            ["Trainer__Cores"] = "16",
            ["Trainer__MemoryLimitBytes"] = "700000000",
            ["Admission__EvictionBackoffSeconds"] = "1",
        });
        var runId = await BeginAsync(platform, 2);

        var jobs = await platform.Client.UntilEndedAsync(runId, Limit);

        jobs.Select(job => $"{job!["state"]} {job["reason"]}").ShouldAllBe(state => state.StartsWith("succeeded", StringComparison.Ordinal));
        var evicted = jobs.Where(job => job!["evictions"]!.GetValue<int>() > 0).ShouldHaveSingleItem()!;
        evicted["evictions"]!.GetValue<int>().ShouldBe(1, "it is not started again beside what it does not fit");
        var log = await platform.Client.GetAsync($"/v1/training/jobs/{evicted["jobId"]}/log");
        log["decisions"]!.AsArray().Select(decision => decision!["decision"]!.GetValue<string>()).ShouldBe(["admitted", "evicted", "admitted"]);
    }

    /// <summary>A platform whose profile <c>script</c> runs a script, and then the builtin trainer, so that there is a model.</summary>
    private async Task<TrainingPlatform> StartAsync(PostgreSqlAddress postgreSql, string script, Dictionary<string, string?> settings)
    {
        var platform = await TrainingPlatform.StartAsync(await environment.RabbitMqAsync(), postgreSql, settings: platform =>
        {
            var path = Path.Combine(platform.Folder, "trainer.sh");
            var trainer = Path.Combine(
                LabelPlatform.Testing.Repository.Root, "services", "Trainer", "bin", LabelPlatform.Testing.Repository.Configuration, "net10.0", "LabelPlatform.Trainer.dll");
            File.WriteAllText(path, $"{script}exec dotnet {trainer} train --job \"$1\"\n");
            return new(settings)
            {
                ["Trainer__Profiles__script__Command__0"] = "/bin/sh",
                ["Trainer__Profiles__script__Command__1"] = path,
                ["Trainer__Profiles__script__Command__2"] = "{job}",
                ["Trainer__Profiles__script__Cores"] = "0.1",
                ["Trainer__Profiles__script__MemoryBytes"] = "10000000",
            };
        });
        return platform;
    }

    private static async Task<Guid> BeginAsync(TrainingPlatform platform, int jobs)
    {
        await platform.Client.UploadAsync(TrainingRowsText.Csv(jobs), "topics");
        return await platform.Client.BeginAsync(new { dataset = "topics", labels = TrainingRowsText.Labels(jobs), profile = "script" });
    }

    private static async Task<int> RunningAsync(TrainingPlatform platform) =>
        (await platform.Client.WorkersAsync()) is [{ } worker] ? worker["jobs"]!.AsArray().Count : 0;

    private static async Task<DateTime> SampledAtAsync(TrainingPlatform platform) =>
        (await platform.Client.WorkersAsync())[0]!["sampledAt"]!.GetValue<DateTime>();

    private static async Task<List<JsonNode>> AdmissionsAsync(TrainingPlatform platform, JsonArray jobs)
    {
        var decisions = new List<JsonNode>();
        foreach (var job in jobs)
        {
            var log = await platform.Client.GetAsync($"/v1/training/jobs/{job!["jobId"]}/log");
            decisions.AddRange(log["decisions"]!.AsArray().Where(decision => decision!["decision"]!.GetValue<string>() == "admitted")!);
        }

        return decisions;
    }
}
