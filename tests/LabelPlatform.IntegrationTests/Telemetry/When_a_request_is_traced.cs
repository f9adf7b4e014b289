using System.Net;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Telemetry;

[Collection(TelemetryTests.Name)]
public sealed class When_a_request_is_traced(ObservedPlatform observed) : IAsyncLifetime
{
    // One of its two labels has a model; no other model is asked.
    private const string Ambiguous = "梨子";

    private static readonly (string Asked, string Queue)[] Stages =
        [("Preprocess", "preprocess-texts"), ("GraphMatch", "match-labels"), ("Inference", "predict-labels"), ("Scoring", "score-labels")];

    public async ValueTask InitializeAsync() => await observed.StartedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Should_be_one_trace_over_the_broker_to_the_model()
    {
        var caller = TraceParent.New();

        await LabelAsync(caller);

        var trace = await TraceAsync(caller);
        var request = trace.Single("Api", "POST /v1/label");
        request.Kind.ShouldBe("Server");
        request.ParentSpanId.ShouldBe(caller.SpanId);
        trace.Roots().ShouldBe([request], trace.ToString());
        foreach (var (service, queue) in Stages)
        {
            var asked = trace.ChildOf(request, "Api", $"ask {service}");
            var sent = trace.ChildOf(asked, "Api", " send");
            var received = trace.ChildOf(sent, service, $"{queue} receive");
            var processed = trace.ChildOf(received, service, $"{queue} process");
            var replied = trace.ChildOf(processed, service, " send");
            trace.ChildOf(replied, "Api", " receive");
            new[] { sent.Kind, received.Kind, processed.Kind, replied.Kind }.ShouldBe(["Producer", "Consumer", "Consumer", "Producer"]);
        }

        var call = trace.ChildOf(trace.Single("Inference", "predict-labels process"), "Inference", "POST");
        trace.ChildOf(call, "ModelServer", "POST").Kind.ShouldBe("Server");
        // The event for consumers downstream, too.
        trace.ChildOf(request, "Api", "TextsLabeled send").Kind.ShouldBe("Producer");
        trace.Services.Order().ShouldBe(["Api", "GraphMatch", "Inference", "ModelServer", "Preprocess", "Scoring"]);
    }

    [Fact]
    public async Task Should_be_linked_by_the_batches_that_it_shares()
    {
        TraceParent[] callers = [.. Enumerable.Range(0, 40).Select(_ => TraceParent.New())];

        await Task.WhenAll(callers.Select(LabelAsync));

        var collector = observed.Collector;
        await collector.UntilAsync("every request has a batch", () => callers.All(caller => IsServed(caller, "ask Preprocess") && IsServed(caller, "ask Scoring")));
        await collector.UntilAsync("every request is whole", () => callers.All(caller => collector.TraceOf(caller.TraceId).Has("Api", "POST /v1/label")));
        var batches = collector.Spans.Where(span => span.Links.Count > 0).ToList();
        batches.ShouldNotBeEmpty();
        batches.ShouldAllBe(batch => batch.Links.Count > 1 && batch.ParentSpanId == "" && batch.Scope == "LabelPlatform");
        foreach (var link in batches.SelectMany(batch => batch.Links).Where(link => callers.Any(caller => caller.TraceId == link.TraceId)))
            collector.TraceOf(link.TraceId).Single("Api", "POST /v1/label").SpanId.ShouldBe(link.SpanId);
        // A batch is a trace of its own, through the same services.
        await collector.UntilAsync("a batch was preprocessed", () => batches.Any(batch => collector.TraceOf(batch.TraceId).Has("Preprocess", "preprocess-texts process")));
    }

    [Fact]
    public async Task Should_be_left_out_when_its_caller_leaves_it_out_as_are_polls_and_probes()
    {
        var (unrecorded, recorded) = (TraceParent.New(isRecorded: false), TraceParent.New());

        await LabelAsync(unrecorded);
        await LabelAsync(recorded);

        await TraceAsync(recorded);
        observed.Collector.TraceOf(unrecorded.TraceId).Spans.ShouldBeEmpty();
        observed.Collector.Spans.Where(span => span.ParentSpanId == "" && span.Links.Count == 0).ShouldAllBe(span => span.Kind == "Server");
        observed.Collector.Spans.ShouldAllBe(span => !span.Attributes.GetValueOrDefault("url.path", "").StartsWith("/health"));
    }

    private bool IsServed(TraceParent caller, string batch) => observed.Collector.Spans.Any(
        span => span.Name == batch && (span.TraceId == caller.TraceId || span.Links.Any(link => link.TraceId == caller.TraceId)));

    private async Task LabelAsync(TraceParent caller)
    {
        using var answer = await caller.PostAsync(observed.Http, "/v1/label", new { texts = new[] { Ambiguous }, deadlineMs = 20_000 });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A request's trace when all of it is there: spans come as their services send them, the server's last but one.</summary>
    private async Task<Trace> TraceAsync(TraceParent caller)
    {
        var collector = observed.Collector;
        await collector.UntilAsync("the trace is there", () =>
            collector.TraceOf(caller.TraceId) is var trace
            && trace.Has("Api", "POST /v1/label")
            && trace.Has("Api", "TextsLabeled send")
            && trace.Has("ModelServer", "POST")
            && Stages.All(stage => trace.Has(stage.Asked, $"{stage.Queue} receive"))
            && trace.Spans.Count(span => span.Service == "LabelPlatform.Api" && span.Name.EndsWith(" receive", StringComparison.Ordinal)) == Stages.Length);
        return collector.TraceOf(caller.TraceId);
    }
}
