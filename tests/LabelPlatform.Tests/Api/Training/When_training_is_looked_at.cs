using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Training;

public sealed class When_training_is_looked_at
{
    private const string RunPath = "/v1/training/runs/11111111-0000-0000-0000-000000000001";
    private const string LogPath = "/v1/training/jobs/22222222-0000-0000-0000-000000000002/log";

    private static readonly ResourceWindow Window = new(3, 41.5, 38, 12.25, 5);
    private static readonly DateTime At = new(2026, 11, 22, 8, 0, 3, DateTimeKind.Utc);

    private static readonly AdmissionDecision Admitted =
        new(Guid.Parse("33333333-0000-0000-0000-000000000003"), "gpu-1", Guid.Parse("44444444-0000-0000-0000-000000000004"), 812, At, "admitted", Runs.JobId, Window, 1, "It fits.");

    private const string AdmittedJson = """
        {"workerId":"33333333-0000-0000-0000-000000000003","workerName":"gpu-1","bootId":"44444444-0000-0000-0000-000000000004","sequence":812,"at":"2026-11-22T08:00:03Z",
         "decision":"admitted","jobId":"22222222-0000-0000-0000-000000000002",
         "window":{"seconds":3,"cpuPercent":41.5,"memoryPercent":38,"ownCpuPercent":12.25,"ownMemoryPercent":5},"runningJobs":1,"reason":"It fits."}
        """;

    [Theory]
    [InlineData("", 50)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=500", 500)]
    public async Task Should_list_the_newest_runs(string query, int limit)
    {
        var scheduler = new FakeScheduler().Answer<GetTrainingRuns>(_ => new TrainingRunsFound([Runs.Running]));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.GetAsync("/v1/training/runs" + query)).ShouldBe(200, $$"""{"runs":[{{Runs.RunningJson}}]}""");

        scheduler.Asked.ShouldHaveSingleItem().ShouldBe(new GetTrainingRuns(limit));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public async Task Should_refuse_to_list_none_or_too_many(int limit)
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler());

        (await host.GetAsync($"/v1/training/runs?limit={limit}")).ShouldBeProblem(400, "The request cannot be used", "limit must be from 1 to 500.");
    }

    [Fact]
    public async Task Should_show_a_run()
    {
        var scheduler = new FakeScheduler().Answer<GetTrainingRun>(_ => new TrainingRunFound(Runs.Running));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.GetAsync(RunPath)).ShouldBe(200, Runs.RunningJson);

        scheduler.Asked.ShouldHaveSingleItem().ShouldBe(new GetTrainingRun(Runs.RunId));
    }

    [Fact]
    public async Task Should_cancel_a_run()
    {
        var scheduler = new FakeScheduler().Answer<CancelTraining>(_ => new TrainingRunFound(Runs.Running));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.PostAsync(RunPath + "/cancel")).ShouldBe(200, Runs.RunningJson);

        scheduler.Asked.ShouldHaveSingleItem().ShouldBe(new CancelTraining(Runs.RunId));
    }

    [Fact]
    public async Task Should_say_that_there_is_no_such_run()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler()
            .Answer<GetTrainingRun>(request => new TrainingRunNotFound(request.RunId))
            .Answer<CancelTraining>(request => new TrainingRunNotFound(request.RunId)));

        ApiReply[] replies = [await host.GetAsync(RunPath), await host.PostAsync(RunPath + "/cancel"), await host.GetAsync(RunPath + "/events")];

        foreach (var reply in replies)
            reply.ShouldBeProblem(404, "No such run", "There is no run 11111111-0000-0000-0000-000000000001.");
    }

    [Fact]
    public async Task Should_refuse_an_id_that_is_none()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler());

        var reply = await host.GetAsync("/v1/training/runs/latest");

        reply.Status.ShouldBe(400);
        reply.Json["detail"]!.GetValue<string>().ShouldContain("runId");
    }

    [Fact]
    public async Task Should_show_what_waits()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetTrainingQueue>(
            _ => new TrainingQueueFound([new(1, Runs.JobId, Runs.RunId, "游戏", "game", 5, At, "memory 71 % ≥ 55 %", 1.5, 1024, null)])));

        (await host.GetAsync("/v1/training/queue")).ShouldBe(200, """
            {"jobs":[{"position":1,"jobId":"22222222-0000-0000-0000-000000000002","runId":"11111111-0000-0000-0000-000000000001","label":"游戏",
              "model":"game","priority":5,"queuedAt":"2026-11-22T08:00:03Z","reason":"memory 71 % ≥ 55 %","estimatedCores":1.5,"estimatedMemoryBytes":1024,
              "estimatedWaitSeconds":null}]}
            """);
    }

    [Fact]
    public async Task Should_show_the_workers()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetTrainingWorkers>(_ => new TrainingWorkersFound(
            [new(Admitted.WorkerId, "trainer-1", "open", "It has room.", 8, 1024, Window, At, [Runs.JobId], ["builtin"], [Admitted])])));

        (await host.GetAsync("/v1/training/workers")).ShouldBe(200, $$"""
            {"workers":[{"workerId":"33333333-0000-0000-0000-000000000003","name":"trainer-1","state":"open","reason":"It has room.","cores":8,
              "memoryBytes":1024,"window":{"seconds":3,"cpuPercent":41.5,"memoryPercent":38,"ownCpuPercent":12.25,"ownMemoryPercent":5},
              "sampledAt":"2026-11-22T08:00:03Z","jobs":["22222222-0000-0000-0000-000000000002"],"profiles":["builtin"],
              "decisions":[{{AdmittedJson}}]}]}
            """);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("text/plain;q=0.5, application/json")]
    public async Task Should_show_the_log_of_a_job_as_JSON(string? accept)
    {
        await using var host = await ApiHost.StartAsync(WithLog());

        (await host.GetAsync(LogPath, accept)).ShouldBe(
            200, $$"""{"jobId":"22222222-0000-0000-0000-000000000002","decisions":[{{AdmittedJson}}],"output":"12 rows\n训练\n"}""");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain, */*;q=0.1")]
    public async Task Should_show_the_log_of_a_job_as_text(string accept)
    {
        await using var host = await ApiHost.StartAsync(WithLog());

        var reply = await host.GetAsync(LogPath, accept);

        reply.ContentType.ShouldBe("text/plain; charset=utf-8");
        reply.Body.ShouldBe(
            "2026-11-22 08:00:03Z admitted CPU 42 % (ours 12 %), memory 38 % (ours 5 %) over 3 s, 1 running: It fits.\n\n12 rows\n训练\n");
    }

    [Fact]
    public async Task Should_say_that_there_is_no_such_job()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetTrainingJobLog>(request => new TrainingJobNotFound(request.JobId)));

        (await host.GetAsync(LogPath)).ShouldBeProblem(404, "No such job", "There is no job 22222222-0000-0000-0000-000000000002.");
    }

    private static FakeScheduler WithLog() =>
        new FakeScheduler().Answer<GetTrainingJobLog>(request => new TrainingJobLogFound(request.JobId, [Admitted], "12 rows\n训练\n"));
}
