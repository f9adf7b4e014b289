using LabelPlatform.Api.Batching;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Batching;

public sealed class When_messages_are_in_flight
{
    private static readonly BatchingOptions OneInFlight = new() { MessagesInFlight = 1, SlowAfterMs = 60_000 };

    [Fact]
    public async Task Should_gather_what_arrives_into_the_next_one()
    {
        await using var stage = await HeldStage.StartAsync(OneInFlight);
        var first = stage.AskAsync("甲");
        var held = await stage.NextAsync();

        var later = new[] { "乙", "丙", "丁" }.Select(text => stage.AskAsync(text)).ToArray();
        held.Release();
        await first;

        var gathered = await stage.NextAsync();
        gathered.Texts.ShouldBe(["乙", "丙", "丁"]);
        gathered.Release();
        var answers = await Task.WhenAll(later);
        answers.Select(answer => answer[0].Reply!.Texts[answer[0].Index].Text).ShouldBe(["乙", "丙", "丁"]);
    }

    [Fact]
    public async Task Should_send_the_next_one_before_they_are_back_when_it_is_half_full()
    {
        await using var stage = await HeldStage.StartAsync(new BatchingOptions { MaxTexts = 4, SlowAfterMs = 60_000 });
        var first = stage.AskAsync("甲");
        var held = await stage.NextAsync();

        var later = new[] { "乙", "丙" }.Select(text => stage.AskAsync(text)).ToArray();

        var next = await stage.NextAsync();
        next.Texts.ShouldBe(["乙", "丙"]);
        held.Release();
        next.Release();
        await Task.WhenAll([first, .. later]);
    }

    [Fact]
    public async Task Should_put_no_more_than_64_texts_into_one()
    {
        await using var stage = await HeldStage.StartAsync(OneInFlight);
        string[] texts = [.. Enumerable.Range(0, 150).Select(number => $"第{number}句")];
        var asked = stage.AskAsync(texts);

        await ReleaseNextAsync(stage, texts: 64);
        await ReleaseNextAsync(stage, texts: 64);
        await ReleaseNextAsync(stage, texts: 22);

        (await asked).Select(answer => answer.Reply!.Texts[answer.Index].Text).ShouldBe(texts);
    }

    [Fact]
    public async Task Should_put_no_more_than_64_KB_into_one()
    {
        await using var stage = await HeldStage.StartAsync(OneInFlight);
        var asked = stage.AskAsync(new string('长', 20_000), new string('短', 10_000), "完");

        await ReleaseNextAsync(stage, texts: 1);
        await ReleaseNextAsync(stage, texts: 2);

        (await asked).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Should_let_a_slow_one_not_hold_up_the_rest()
    {
        await using var stage = await HeldStage.StartAsync(new BatchingOptions { MessagesInFlight = 1, SlowAfterMs = 1 });
        var slow = stage.AskAsync("慢");
        var held = await stage.NextAsync();

        var quick = stage.AskAsync("快");
        (await stage.NextAsync()).Release();
        await quick;

        slow.IsCompleted.ShouldBeFalse();
        held.Release();
        await slow;
    }

    [Fact]
    public async Task Should_not_send_for_callers_that_gave_up()
    {
        await using var stage = await HeldStage.StartAsync(OneInFlight);
        using var abort = new CancellationTokenSource();
        var first = stage.AskAsync("甲");
        var held = await stage.NextAsync();
        var aborted = stage.AskAsync(TimeSpan.FromSeconds(30), abort.Token, "乙");
        var last = stage.AskAsync("丙");

        await abort.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(aborted);
        held.Release();

        var next = await stage.NextAsync();
        next.Texts.ShouldBe(["丙"]);
        next.Release();
        await Task.WhenAll(first, last);
    }

    private static async Task ReleaseNextAsync(HeldStage stage, int texts)
    {
        var held = await stage.NextAsync();
        held.Texts.Length.ShouldBe(texts);
        held.Release();
    }
}
