using System.Net;
using System.Text.Json.Nodes;
using LabelPlatform.Api.Training.Events;
using LabelPlatform.Contracts.Training;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Training;

public sealed class When_a_run_is_followed
{
    private static readonly TrainingRunCompleted Completed = new(Runs.RunId, "completed", 2, 1, 1);

    private const string CompletedJson = """
        {"runId":"11111111-0000-0000-0000-000000000001","state":"completed","succeeded":2,"failed":1,"cancelled":1}
        """;

    [Fact]
    public async Task Should_tell_the_run_then_its_changes_then_the_end()
    {
        await using var host = await ApiHost.StartAsync(Finding(Runs.Running));
        await using var stream = await RunStream.OpenAsync(host);
        var bus = host.Services.GetRequiredService<IBus>();

        (await stream.NextAsync("run")).ToJsonString().ShouldBe(Compact(Runs.RunningJson));
        await bus.Publish(Runs.Progress(0.6) with { Job = Runs.Job("running", 0.6) with { RunId = Guid.NewGuid() } });
        await bus.Publish(Runs.Progress(0.7, new TrainingCurvePoint(3, 0.5, null)));
        var job = await stream.NextAsync("job");
        await bus.Publish(Runs.Progress(1));
        (await stream.NextAsync("job"))["job"]!["fraction"]!.GetValue<double>().ShouldBe(1);
        await bus.Publish(Completed);
        (await stream.NextAsync("completed")).ToJsonString().ShouldBe(Compact(CompletedJson));
        await stream.ShouldEndAsync();

        job["job"]!["fraction"]!.GetValue<double>().ShouldBe(0.7);
        job["point"]!.ToJsonString().ShouldBe("""{"epoch":3,"loss":0.5,"validationLoss":null}""");
        stream.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        stream.Response.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
    }

    [Fact]
    public async Task Should_miss_nothing_that_comes_while_the_run_is_read()
    {
        var scheduler = new FakeScheduler().Answer<GetTrainingRun>((_, services) =>
        {
            services.GetRequiredService<TrainingEvents>().Publish(Runs.Progress(0.9));
            services.GetRequiredService<TrainingEvents>().Publish(Completed);
            return Task.FromResult<object>(new TrainingRunFound(Runs.Running));
        });
        await using var host = await ApiHost.StartAsync(scheduler);
        await using var stream = await RunStream.OpenAsync(host);

        await stream.NextAsync("run");
        (await stream.NextAsync("job"))["job"]!["fraction"]!.GetValue<double>().ShouldBe(0.9);
        await stream.NextAsync("completed");
        await stream.ShouldEndAsync();
    }

    [Fact]
    public async Task Should_end_at_once_when_the_run_has_ended()
    {
        await using var host = await ApiHost.StartAsync(Finding(Runs.Ended));
        await using var stream = await RunStream.OpenAsync(host);

        (await stream.NextAsync("run"))["state"]!.GetValue<string>().ShouldBe("completed");
        (await stream.NextAsync("completed")).ToJsonString().ShouldBe(Compact(CompletedJson));
        await stream.ShouldEndAsync();
    }

    [Fact]
    public async Task Should_tell_a_browser_that_comes_again_that_there_is_no_more()
    {
        await using var host = await ApiHost.StartAsync(Finding(Runs.Ended));
        using var first = await host.Client.GetAsync($"/v1/training/runs/{Runs.RunId}/events");
        (await first.Content.ReadAsStringAsync()).ShouldContain("\nid: completed\n");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/v1/training/runs/{Runs.RunId}/events") { Headers = { { "Last-Event-ID", "completed" } } };

        using var second = await host.Client.SendAsync(again);

        second.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Should_show_that_it_lives_and_notice_an_end_that_it_was_not_told_of()
    {
        var time = new WatchedTime();
        var run = Runs.Running;
        using var asked = new SemaphoreSlim(0);
        await using var host = await ApiHost.StartAsync(new FakeScheduler { Time = time }.Answer<GetTrainingRun>(_ =>
        {
            asked.Release();
            return new TrainingRunFound(run);
        }));
        await using var stream = await RunStream.OpenAsync(host);
        await stream.NextAsync("run");

        (await HeartbeatAsync(stream, time))["at"]!.GetValue<string>().ShouldBe("2026-11-22T08:00:15Z");
        // It was asked for when the stream began, and again after the first sign of life.
        for (var i = 0; i < 2; i++)
            (await asked.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
        run = Runs.Ended;
        await HeartbeatAsync(stream, time);

        (await stream.NextAsync("run"))["state"]!.GetValue<string>().ShouldBe("completed");
        await stream.NextAsync("completed");
        await stream.ShouldEndAsync();
    }

    [Fact]
    public async Task Should_forget_a_client_that_is_gone()
    {
        await using var host = await ApiHost.StartAsync(Finding(Runs.Running));
        var events = host.Services.GetRequiredService<TrainingEvents>();
        await using (var stream = await RunStream.OpenAsync(host))
        {
            await stream.NextAsync("run");
            events.Subscriptions.ShouldBe(1);
        }

        SpinWait.SpinUntil(() => events.Subscriptions == 0, TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_end_when_the_service_stops()
    {
        await using var host = await ApiHost.StartAsync(Finding(Runs.Running));
        await using var stream = await RunStream.OpenAsync(host);
        await stream.NextAsync("run");

        var stopping = host.StopAsync();

        await stream.ShouldEndAsync();
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Should_forget_one_that_asked_for_a_run_that_is_not_there()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetTrainingRun>(request => new TrainingRunNotFound(request.RunId)));

        (await host.GetAsync($"/v1/training/runs/{Runs.RunId}/events")).Status.ShouldBe(404);

        await host.StopAsync();
        host.Services.GetRequiredService<TrainingEvents>().Subscriptions.ShouldBe(0);
    }

    private static async Task<JsonNode> HeartbeatAsync(RunStream stream, WatchedTime time)
    {
        await time.PassAsync(TimeSpan.FromSeconds(15)).WaitAsync(TimeSpan.FromSeconds(30));
        return await stream.NextAsync("heartbeat");
    }

    private static FakeScheduler Finding(TrainingRunDetails run) => new FakeScheduler().Answer<GetTrainingRun>(_ => new TrainingRunFound(run));

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();
}
