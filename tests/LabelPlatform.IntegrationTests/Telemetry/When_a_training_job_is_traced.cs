using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Telemetry;

[Trait("Category", "Long")]
public sealed class When_a_training_job_is_traced(TestEnvironment environment)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Should_belong_to_the_request_through_outbox_sagas_and_trainer_until_the_model_is_live()
    {
        await using var collector = await Collector.StartAsync();
        await using var postgreSql = await TestEnvironment.StartPostgreSqlAsync();
        await using var platform = await TrainingPlatform.StartAsync(
            await environment.RabbitMqAsync(), postgreSql.Address, settings: _ => new(collector.Settings)
            {
                // A budget of its own: what else the machine does holds nothing up.
                ["Trainer__Cores"] = "16",
                ["Trainer__MemoryLimitBytes"] = "16000000000",
            });
        await platform.Client.UploadAsync(TrainingRowsText.Plain(), "topics");
        using var http = new HttpClient { BaseAddress = new Uri(platform.Of("Api").Single().Url), Timeout = Limit };
        var caller = TraceParent.New();

        using var begun = await caller.PostAsync(http, "/v1/training/runs", new { dataset = "topics", labels = new[] { new { label = "游戏", model = "game" } } });
        var runId = (await begun.Content.ReadFromJsonAsync<JsonNode>())!["runId"]!.GetValue<Guid>();
        (await platform.Client.UntilEndedAsync(runId, Limit)).ShouldHaveSingleItem()!["state"]!.GetValue<string>().ShouldBe("succeeded");

        await collector.UntilAsync("the model is live", () => collector.TraceOf(caller.TraceId) is var all
            && all.Has("TrainingScheduler", "publish model") && all.Has("TrainingScheduler", "register-model-version process") && all.Has("Trainer", "training attempt"));
        var trace = collector.TraceOf(caller.TraceId);
        var request = trace.Single("Api", "POST /v1/training/runs");
        request.ParentSpanId.ShouldBe(caller.SpanId);
        var planned = trace.Single("TrainingScheduler", "request-training process");
        var started = trace.ChildOf(planned, "TrainingScheduler", "start training");
        var attempt = trace.Single("Trainer", "training attempt");
        trace.IsBelow(attempt, started).ShouldBeTrue(trace.ToString());
        var trained = trace.ChildOf(attempt, "Trainer", "train");
        var evaluated = trace.ChildOf(attempt, "Trainer", "evaluate");
        trace.ChildOf(trained, "Trainer", "reading").Milliseconds.ShouldBeLessThanOrEqualTo(trained.Milliseconds);
        trained.Start.ShouldBeLessThan(evaluated.Start);
        attempt.Attributes["labelplatform.model"].ShouldBe("game");
        trace.IsBelow(trace.Single("TrainingScheduler", "register-model-version process"), started).ShouldBeTrue(trace.ToString());
        trace.IsBelow(trace.Single("TrainingScheduler", "publish model"), started).ShouldBeTrue(trace.ToString());
        trace.Roots().ShouldBe([request], trace.ToString());
        trace.Spans.SelectMany(span => span.Attributes.Values).ShouldAllBe(value => !value.Contains("游戏", StringComparison.Ordinal));
        // Samples, looks for what is due and deliveries from the outbox begin no traces.
        collector.Spans.Where(span => span.ParentSpanId == "").ShouldAllBe(span => span.Kind == "Server");

        await collector.UntilAsync("it is counted", () => collector.Total("labelplatform.training.job.duration", ("outcome", "succeeded")) == 1
            && collector.Total("labelplatform.training.admissions", ("decision", "admitted")) == 1
            && Gauge("labelplatform.training.jobs", "queued") == 0
            && Gauge("labelplatform.training.jobs", "running") == 0
            && Gauge("labelplatform.model.publications.failing") == 0
            && Gauge("labelplatform.outbox.pending") == 0
            && collector.Total("labelplatform.training.worker.state", ("worker", "worker-1")) == 1
            && Gauge("labelplatform.training.worker.cpu", "machine") is >= 0 and <= 1
            && Gauge("labelplatform.training.worker.memory", "machine") is >= 0 and < 1);

        double? Gauge(string name, string? attribute = null) => collector.Points
            .FirstOrDefault(point => point.Name == name && (attribute is null || point.Attributes.Values.Contains(attribute, StringComparer.Ordinal)))?.Value;
    }
}
