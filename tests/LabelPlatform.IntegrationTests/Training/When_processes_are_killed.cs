using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>Ten jobs run while everything they need is killed, one thing after the other, at moments that are drawn.</summary>
[Trait("Category", "Long")]
public class When_processes_are_killed
{
    private const int Jobs = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Should_bring_every_job_to_one_end()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        TestContext.Current.SendDiagnosticMessage($"The moments are drawn with seed {seed}.");
        await using var rabbitMq = await TestEnvironment.StartRabbitMqAsync();
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = await TrainingPlatform.StartAsync(rabbitMq.Address, postgreSql.Address, settings: _ => new()
        {
            ["Training__MaxAttempts"] = "20",
            ["Admission__SilenceSeconds"] = "3",
            ["Admission__CalmPercent"] = "100",
            ["Admission__DangerPercent"] = "100",
            ["Admission__MaxJobsPerWorker"] = "3",
            // The load is that of the trainers alone, so that what else the machine does decides nothing.
            ["Trainer__Cores"] = "16",
            ["Trainer__Threads"] = "1",
            ["Trainer__MemoryLimitBytes"] = "8000000000",
        });
        await platform.Client.UploadAsync(TrainingRowsText.Csv(Jobs), "topics");
        var runId = await platform.Client.BeginAsync(new { dataset = "topics", labels = TrainingRowsText.Labels(Jobs) });

        for (var round = 0; round < 2; round++)
        {
            await KillATrainerAsync(platform, random);
            await SomeTrainersLaterAsync(platform, random);
            await TrainingPlatform.RestartAsync(platform.Of(TrainingPlatform.Trainer)[0]);
            await SomeTrainersLaterAsync(platform, random);
            await TrainingPlatform.RestartAsync(platform.Of(TrainingPlatform.Scheduler)[0]);
            await SomeTrainersLaterAsync(platform, random);
            await postgreSql.KillAsync();
            await postgreSql.StartAsync();
            await SomeTrainersLaterAsync(platform, random);
            await rabbitMq.KillAsync();
            await rabbitMq.StartAsync();
        }

        var jobs = await platform.Client.UntilEndedAsync(runId, Limit);
        jobs.Select(job => $"{job!["state"]} {job["reason"]}").ShouldAllBe(state => state.StartsWith("succeeded", StringComparison.Ordinal));
        await AssertOneVersionEachAsync(platform, jobs);
        await Eventually.HoldsAsync("no trainer is left", TimeSpan.FromSeconds(30), () => platform.TrainerProcesses().Count == 0);
    }

    private static async Task AssertOneVersionEachAsync(TrainingPlatform platform, JsonArray jobs)
    {
        var models = (await platform.Client.GetAsync("/v1/models"))["models"]!.AsArray();
        models.Count.ShouldBe(Jobs);
        foreach (var job in jobs)
        {
            var version = models.Single(model => model!["model"]!.GetValue<string>() == job!["model"]!.GetValue<string>())!["versions"]!.AsArray().ShouldHaveSingleItem();
            version!["jobId"]!.GetValue<Guid>().ShouldBe(job!["jobId"]!.GetValue<Guid>());
            Directory.GetDirectories(Path.Combine(platform.Models, job["model"]!.GetValue<string>())).ShouldHaveSingleItem();
        }
    }

    /// <summary>Kills one of the trainers' processes, if there is one still to come.</summary>
    private static async Task KillATrainerAsync(TrainingPlatform platform, Random random)
    {
        await Eventually.HoldsAsync("a trainer runs", Patience, () => platform.TrainerProcesses().Count > 0 || AllHaveVersions(platform));
        var processes = platform.TrainerProcesses();
        if (processes.Count > 0)
            Kill(processes[random.Next(processes.Count)]);
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Lets a drawn number of trainers start, so that what is killed next is killed while jobs go on.</summary>
    private static async Task SomeTrainersLaterAsync(TrainingPlatform platform, Random random)
    {
        var seen = platform.TrainerProcesses().ToHashSet();
        var expected = seen.Count + random.Next(1, 4);
        await Eventually.HoldsAsync("more trainers have started", Patience, () =>
        {
            seen.UnionWith(platform.TrainerProcesses());
            return seen.Count >= expected || AllHaveVersions(platform);
        });
    }

    /// <summary>Whether no trainer is to come any more.</summary>
    private static bool AllHaveVersions(TrainingPlatform platform) =>
        Directory.GetDirectories(platform.Models, "m*").Count(model => Directory.EnumerateDirectories(model).Any()) == Jobs;
}
