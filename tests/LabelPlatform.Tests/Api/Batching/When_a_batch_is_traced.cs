using System.Collections.Concurrent;
using System.Diagnostics;
using LabelPlatform.ServiceDefaults;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Batching;

public sealed class When_a_batch_is_traced : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public When_a_batch_is_traced()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PlatformTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task Should_continue_the_request_when_it_serves_one()
    {
        await using var stage = await HeldStage.StartAsync();
        using var request = Request(isRecorded: true);
        var asked = stage.AskAsync("one", "two");
        (await stage.NextAsync()).Release();
        await asked;

        var span = _spans.Where(span => span.TraceId == request.TraceId).ShouldHaveSingleItem();
        span.ParentSpanId.ShouldBe(request.SpanId);
        span.Links.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_link_to_the_recorded_requests_when_it_serves_several()
    {
        await using var stage = await HeldStage.StartAsync();
        var first = stage.AskAsync("first");
        var held = await stage.NextAsync();
        // They arrive while the first message is out, and travel together in the next.
        var (one, two, unrecorded) = (Ask(stage, isRecorded: true), Ask(stage, isRecorded: true), Ask(stage, isRecorded: false));
        held.Release();
        (await stage.NextAsync()).Release();
        await Task.WhenAll(first, one.Asked, two.Asked, unrecorded.Asked);

        var span = _spans.Where(span => span.Links.Any(link => link.Context.TraceId == one.Request.TraceId)).ShouldHaveSingleItem();
        span.ParentSpanId.ShouldBe(default);
        span.Links.Select(link => link.Context.SpanId).ShouldBe([one.Request.SpanId, two.Request.SpanId]);
        span.GetTagItem("labelplatform.batch.texts").ShouldBe(3);
    }

    public void Dispose() => _listener.Dispose();

    private static (Activity Request, Task Asked) Ask(HeldStage stage, bool isRecorded)
    {
        using var request = Request(isRecorded);
        return (request, stage.AskAsync("text"));
    }

    private static Activity Request(bool isRecorded) => new Activity("request")
    {
        ActivityTraceFlags = isRecorded ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None,
    }.SetIdFormat(ActivityIdFormat.W3C).Start();
}
