using System.Globalization;
using LabelPlatform.IntegrationTests.Infrastructure;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>Two schedulers, three workers, and jobs that last a moment.</summary>
[Trait("Category", "Long")]
public class When_schedulers_and_workers_share_the_queue(TestEnvironment environment)
{
    private const string JobsVariable = "LABELPLATFORM_TEST_TRAINING_JOBS";
    private const int LabelsOfARun = 50;

    // Each is two processes, and the schedulers judge 150 samples a second: 50 jobs take a minute on two cores.
    private static readonly int Runs =
        Environment.GetEnvironmentVariable(JobsVariable) is { Length: > 0 } jobs ? int.Parse(jobs, CultureInfo.InvariantCulture) / LabelsOfARun : 1;

    [Fact]
    public async Task Should_assign_every_job_once()
    {
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = await TrainingPlatform.StartAsync(
            await environment.RabbitMqAsync(), postgreSql.Address, schedulers: 2, workers: 3, platform =>
            {
                var script = Path.Combine(platform.Folder, "record.sh");
                File.WriteAllText(script, $"echo \"$1\" >> {Path.Combine(platform.Folder, "started.txt")}\n");
                return new()
                {
                    ["Trainer__SampleSeconds"] = "0.02",
                    ["Trainer__WindowSeconds"] = "0.05",
                    ["Admission__SettlingSeconds"] = "0.05",
                    ["Admission__CalmPercent"] = "100",
                    ["Admission__DangerPercent"] = "100",
                    ["Admission__MaxJobsPerWorker"] = "2",
                    // A machine this busy may keep a worker silent for long, and a job that is queued again is another test's.
                    ["Admission__SilenceSeconds"] = "300",
                    ["Trainer__Cores"] = "1000",
                    ["Trainer__MemoryLimitBytes"] = "16000000000",
                    ["Trainer__Profiles__tiny__Command__0"] = "/bin/sh",
                    ["Trainer__Profiles__tiny__Command__1"] = script,
                    ["Trainer__Profiles__tiny__Command__2"] = "{job}",
                    ["Trainer__Profiles__tiny__Cores"] = "0.1",
                    ["Trainer__Profiles__tiny__MemoryBytes"] = "1000000",
                };
            });
        await platform.Client.UploadAsync(TrainingRowsText.Csv(1), "topics");
        await platform.Client.UploadAsync(
            "text,label\n一句话," + string.Join('|', Enumerable.Range(0, LabelsOfARun).Select(i => $"l{i}")) + "\n", "labels");
        var runs = new List<Guid>();
        for (var i = 0; i < Runs; i++)
            runs.Add(await platform.Client.BeginAsync(new { dataset = "labels", labels = "all", profile = "tiny" }));

        foreach (var runId in runs)
        {
            var jobs = await platform.Client.UntilEndedAsync(runId, TimeSpan.FromMinutes(30));
            // What exits with 0 and leaves nothing fails, and once is enough.
            jobs.Select(job => $"{job!["state"]} {job["attempts"]}").ShouldAllBe(job => job == "failed 1");
        }

        var started = await File.ReadAllLinesAsync(Path.Combine(platform.Folder, "started.txt"));
        started.Length.ShouldBe(Runs * LabelsOfARun);
        started.ShouldBeUnique();
        started.ShouldAllBe(job => job.EndsWith(".1/job.json", StringComparison.Ordinal), "every job was assigned with its first token");
    }
}
