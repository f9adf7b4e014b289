using System.Net;
using LabelPlatform.CollectorStandIn;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Telemetry;

[Collection(TelemetryTests.Name)]
public sealed class When_requests_are_measured(ObservedPlatform observed) : IAsyncLifetime
{
    private const string Secret = "机密口令";

    private static readonly string[] Outcomes =
        ["answered", "unreachable", "timed_out", "out_of_time", "failed", "rejected", "not_found", "invalid", "circuit_open", "cancelled"];

    // Every attribute that a metric of the platform may have on this path, with every value.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["labelplatform.stage.duration stage"] = ["preprocess", "match", "predict", "score"],
        ["labelplatform.stage.duration outcome"] = ["answered", "timed_out", "failed"],
        ["labelplatform.stage.batch.size stage"] = ["preprocess", "match", "predict", "score"],
        ["labelplatform.texts outcome"] = ["labelled", "degraded", "failed"],
        ["labelplatform.degraded reason"] = Outcomes,
        ["labelplatform.model.call.duration outcome"] = Outcomes,
        ["labelplatform.model.call.duration model"] = ["fruit", "company", "animal", "car"],
        ["labelplatform.model.call.duration version"] = ["1764200000"],
        ["labelplatform.queue.age endpoint"] =
        [
            "preprocess-texts", "match-labels", "predict-labels", "score-labels", "replies", "refresh-snapshot", "refresh-vocabulary",
            "import-label-graph", "edit-label-graph", "get-label-graph", "get-label", "follow-training",
        ],
    };

    public async ValueTask InitializeAsync() => await observed.StartedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Should_count_what_came_of_the_texts_and_of_the_models()
    {
        var collector = observed.Collector;
        await collector.UntilExportedAsync();
        var before = Counts();

        // 梨子: 水果 (answers) or 粮食 (no model); 苹果: 水果 or 公司 (hangs); 天鹅: 动物 (garbage) or 芭蕾; 红旗: 汽车 (down) or 旗帜.
        await LabelAsync(20_000, "香蕉", "没有说到什么", "梨子");
        await LabelAsync(8_000, "苹果", "天鹅");
        await LabelAsync(20_000, "红旗");

        // Three are answered whole, three without one of their models; 水果 is asked once a message.
        double[] expected = [before[0] + 3, before[1] + 3, before[2], before[3] + 1, before[4] + 1, before[5] + 1, before[6] + 2];
        await collector.UntilExportedAsync();
        Counts().ShouldBe(expected);
        foreach (var stage in Allowed["labelplatform.stage.batch.size stage"])
        {
            collector.Total("labelplatform.stage.duration", ("stage", stage), ("outcome", "answered")).ShouldBeGreaterThan(3);
            collector.Total("labelplatform.stage.batch.size", ("stage", stage)).ShouldBeGreaterThan(3);
        }
    }

    [Fact]
    public async Task Should_have_every_metric_with_bounded_attributes()
    {
        var collector = observed.Collector;
        await LabelAsync(20_000, "天鹅");
        string[] names = [.. Allowed.Keys.Select(key => key.Split(' ')[0]).Distinct()];
        string[] graph = ["labelplatform.graph.version", "labelplatform.graph.words", "labelplatform.graph.labels", "labelplatform.graph.stale"];
        await collector.UntilAsync("all are there", () => names.Concat(graph).All(name => collector.Points.Any(point => point.Name == name)));

        foreach (var point in collector.Points.Where(point => point.Scope == "LabelPlatform"))
        {
            foreach (var (key, value) in point.Attributes)
                Allowed.GetValueOrDefault($"{point.Name} {key}", []).ShouldContain(value, $"{point.Name} {key}");
            point.Description.ShouldNotBeEmpty(point.Name);
        }

        // The words and labels of TestGraph, of both services that hold it.
        Last("labelplatform.graph.stale").ShouldBe([0, 0]);
        Last("labelplatform.graph.labels").ShouldAllBe(labels => labels == 9);
        Last("labelplatform.graph.words").ShouldAllBe(words => words >= 11);
        var durations = collector.Points.First(point => point.Name == "labelplatform.stage.duration");
        durations.Unit.ShouldBe("s");
        durations.Buckets.Select(bucket => bucket.UpTo).ShouldBe([0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, double.PositiveInfinity]);

        double[] Last(string name) => [.. collector.Points.Where(point => point.Name == name).Select(point => point.Value)];
    }

    [Fact]
    public async Task Should_tell_no_text_word_or_label_anywhere()
    {
        var collector = observed.Collector;
        using (var put = await observed.Http.PutAsync($"/v1/graph/word?word={Uri.EscapeDataString(Secret)}&label={Uri.EscapeDataString("水果")}&weight=0.9", content: null))
            put.StatusCode.ShouldBe(HttpStatusCode.OK);
        await collector.UntilAsync("Preprocess knows the word", async () => ApiAnswer.LabelsOf(await observed.Platform.Api.LabelAsync(Secret, deadlineMs: 20_000)) != "");
        var caller = TraceParent.New();
        using (var answer = await caller.PostAsync(observed.Http, "/v1/label", new { texts = new[] { $"{Secret}，梨子，天鹅，红旗，不是老虎" }, deadlineMs = 20_000, include = new[] { "evidence" } }))
            (await answer.Content.ReadAsStringAsync()).ShouldContain(Secret);

        await collector.UntilAsync("the trace and its logs are there", () =>
            collector.TraceOf(caller.TraceId).Has("Api", "POST /v1/label") && collector.Logs.Any(log => log.TraceId == caller.TraceId));
        // What Inference says of its models, here at Debug, carries the span that it was said in.
        collector.Logs.Where(log => log.TraceId == caller.TraceId).ShouldAllBe(log =>
            log.Service == "LabelPlatform.Inference" && collector.Spans.Any(span => span.SpanId == log.SpanId && span.TraceId == log.TraceId));
        string[] told = [.. collector.Spans.SelectMany(Texts), .. collector.Logs.SelectMany(Texts), .. collector.Points.SelectMany(Texts)];
        foreach (var secret in new[] { Secret, "水果", "苹果", "公司", "天鹅", "动物", "芭蕾", "红旗", "汽车", "旗帜", "梨子", "食物", "香蕉", "老虎" })
            told.ShouldAllBe(text => !Uri.UnescapeDataString(text).Contains(secret, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(ReceivedSpan span) =>
        [span.Name, .. span.Attributes.Values, .. span.Events.SelectMany(happened => happened.Attributes.Values.Append(happened.Name))];

    private static IEnumerable<string> Texts(ReceivedLog log) => [log.Body, .. log.Attributes.Values];

    private static IEnumerable<string> Texts(ReceivedPoint point) => point.Attributes.Values;

    private double[] Counts()
    {
        var collector = observed.Collector;
        return
        [
            collector.Total("labelplatform.texts", ("outcome", "labelled")),
            collector.Total("labelplatform.texts", ("outcome", "degraded")),
            collector.Total("labelplatform.texts", ("outcome", "failed")),
            collector.Total("labelplatform.degraded", ("reason", "out_of_time")),
            collector.Total("labelplatform.degraded", ("reason", "invalid")),
            collector.Total("labelplatform.degraded", ("reason", "unreachable")),
            collector.Total("labelplatform.model.call.duration", ("model", "fruit"), ("outcome", "answered")),
        ];
    }

    private async Task LabelAsync(int deadlineMs, params string[] texts)
    {
        var answer = await observed.Platform.Api.LabelAsync(texts, deadlineMs);
        answer.Items.Count.ShouldBe(texts.Length);
    }
}
