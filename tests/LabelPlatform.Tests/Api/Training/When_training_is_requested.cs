using System.Text;
using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Training;

public sealed class When_training_is_requested
{
    private const string Request = """{"dataset":"d0123456789ab","labels":["游戏"],"requestedBy":"ada"}""";

    [Fact]
    public async Task Should_accept_it_and_say_where_the_run_is()
    {
        var scheduler = Accepting();
        await using var host = await ApiHost.StartAsync(scheduler);

        var reply = await host.PostAsync("/v1/training/runs", Request);

        var asked = scheduler.Asked.ShouldHaveSingleItem().ShouldBeOfType<RequestTraining>();
        reply.ShouldBe(202, Runs.RunningJson.Replace($"{Runs.RunId}", $"{asked.RunId}", StringComparison.Ordinal));
        reply.Headers["Location"].ShouldBe($"/v1/training/runs/{asked.RunId}");
        asked.RunId.ShouldNotBe(Guid.Empty);
        asked.Labels.ShouldBe([new LabelToTrain("游戏")]);
        (asked with { RunId = Runs.RunId, Labels = null }).ShouldBe(
            new RequestTraining(Runs.RunId, "d0123456789ab", null, new TrainingParameters(), RequestedBy: "ada"));
    }

    [Fact]
    public async Task Should_take_the_idempotency_key_for_the_id()
    {
        var scheduler = Accepting();
        await using var host = await ApiHost.StartAsync(scheduler);

        var replies = new[] { await PostAsync(host, "0199A3F0-5c1e-7d3a-9b1f-2a4c6e8f0a1b"), await PostAsync(host, "0199a3f0-5c1e-7d3a-9b1f-2a4c6e8f0a1b") };

        replies.ShouldAllBe(reply => reply.Headers["Location"] == "/v1/training/runs/0199a3f0-5c1e-7d3a-9b1f-2a4c6e8f0a1b");
        scheduler.Asked.ShouldAllBe(asked => ((RequestTraining)asked).RunId == Guid.Parse("0199a3f0-5c1e-7d3a-9b1f-2a4c6e8f0a1b"));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task Should_refuse_another_idempotency_key(string key)
    {
        await using var host = await ApiHost.StartAsync(Accepting());

        (await PostAsync(host, key)).ShouldBeProblem(
            400, "The request cannot be used", "Idempotency-Key must be a UUID like 0199a3f0-5c1e-7d3a-9b1f-2a4c6e8f0a1b, and not all zeros.");
    }

    [Fact]
    public async Task Should_pass_on_why_there_is_no_run()
    {
        await using var host = await ApiHost.StartAsync(
            new FakeScheduler().Answer<RequestTraining>(_ => new TrainingRejected("There is no dataset d0123456789ab; GET /v1/datasets lists them.", "dataset")));

        var reply = await host.PostAsync("/v1/training/runs", Request);

        reply.ShouldBeProblem(400, "The run was not begun", "There is no dataset d0123456789ab; GET /v1/datasets lists them.");
        reply.Json["field"]!.GetValue<string>().ShouldBe("dataset");
    }

    [Fact]
    public async Task Should_refuse_a_body_that_cannot_be_read()
    {
        var scheduler = Accepting();
        await using var host = await ApiHost.StartAsync(scheduler, ("TrainingApi:MaxBodyBytes", "1024"));

        (await host.PostAsync("/v1/training/runs", """{"dataset":"d"}""")).ShouldBeProblem(
            400, "The request cannot be used", "labels must be \"all\" or a list of labels: titles, or objects like {\"label\":\"汽车\",\"model\":\"car\"}.");
        (await host.PostAsync("/v1/training/runs", "{")).Status.ShouldBe(400);
        (await host.PostAsync("/v1/training/runs", new string(' ', 1025))).ShouldBeProblem(
            413, "The request cannot be used", "The body is larger than 1,024 bytes; send it in parts.");
        (await host.UploadAsync("/v1/training/runs", Encoding.UTF8.GetBytes(Request), "text/plain")).Status.ShouldBe(415);
        scheduler.Asked.ShouldBeEmpty();
    }

    private static FakeScheduler Accepting() => new FakeScheduler().Answer<RequestTraining>(request => new TrainingRunFound(
        Runs.Running with { RunId = request.RunId, Jobs = [.. Runs.Running.Jobs.Select(job => job with { RunId = request.RunId })] }));

    private static async Task<ApiReply> PostAsync(ApiHost host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/training/runs")
        {
            Content = new StringContent(Request, Encoding.UTF8, "application/json"),
            Headers = { { "Idempotency-Key", key } },
        };
        return await host.SendAsync(request);
    }
}
