using LabelPlatform.Api.Batching;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Batching;

public sealed class When_a_stage_fails
{
    [Fact]
    public async Task Should_answer_the_other_texts_of_the_message()
    {
        await using var stage = await HeldStage.StartAsync();
        var asked = stage.AskAsync("好", "坏", "也好");
        (await stage.NextAsync()).Fault();

        for (var alone = 0; alone < 3; alone++)
        {
            var held = await stage.NextAsync();
            if (held.Texts.ShouldHaveSingleItem() == "坏")
                held.Fault();
            else
                held.Release();
        }

        (await asked).Select(answer => answer.Reply?.Texts[answer.Index].Text).ShouldBe(["好", null, "也好"]);
    }

    [Fact]
    public async Task Should_not_cancel_a_message_that_others_share()
    {
        await using var stage = await HeldStage.StartAsync(new BatchingOptions { MessagesInFlight = 1, SlowAfterMs = 60_000 });
        using var abort = new CancellationTokenSource();
        var first = stage.AskAsync("甲");
        var held = await stage.NextAsync();
        var aborted = stage.AskAsync(TimeSpan.FromSeconds(30), abort.Token, "乙");
        var other = stage.AskAsync("丙");
        held.Release();
        var shared = await stage.NextAsync();

        await abort.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(aborted);
        shared.Release();

        (await other)[0].Reply.ShouldNotBeNull();
        await first;
    }

    [Fact]
    public async Task Should_say_so_at_the_deadline()
    {
        await using var stage = await HeldStage.StartAsync();

        var exception = await Should.ThrowAsync<StageUnavailableException>(stage.AskAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None, "等"));

        exception.Stage.ShouldBe("Preprocess");
    }

    [Fact]
    public async Task Should_refuse_what_would_wait_too_long_in_line()
    {
        await using var stage = await HeldStage.StartAsync(new BatchingOptions { MessagesInFlight = 1, SlowAfterMs = 60_000, MaxPendingTexts = 1 });
        var first = stage.AskAsync("甲");
        var held = await stage.NextAsync();
        var waiting = stage.AskAsync("乙");

        await Should.ThrowAsync<StageUnavailableException>(stage.AskAsync("丙"));

        held.Release();
        (await stage.NextAsync()).Release();
        await Task.WhenAll(first, waiting);
    }
}
