using LabelPlatform.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_model_server_hangs : IAsyncLifetime
{
    private readonly ModelFolder _models = new();
    private StubServer _server = null!;
    private InferenceHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"]);
        _models.AddVersion("beside-a-hanging-one", 1, "游戏", ["皮肤"]);
        _models.WriteConfig(("movie", [1]), ("beside-a-hanging-one", [1]));
        _server = await StubServer.StartAsync((context, request) =>
            request.Path.Contains("movie", StringComparison.Ordinal) ? request.Aborted.Task : context.Response.WriteAsync("""{"predictions": [[0.875]]}"""));
        _host = new InferenceHost(("ModelsConfig", _models.Config), ("Servers:0:Url", _server.Url), ("ModelTimeoutMs", "1500"));
    }

    [Fact]
    public async Task Should_return_the_other_labels()
    {
        using var answered = new AnsweredCalls("beside-a-hanging-one", 1);
        var predicting = _host.PredictAsync(_host.Text(["电影"], "影视", "游戏"));
        await _server.NextAsync();
        await _server.NextAsync();
        await answered.WaitAsync();
        _host.Time.Advance(TimeSpan.FromMilliseconds(1500));
        var predicted = await predicting;

        predicted.Predictions.ShouldHaveSingleItem().Label.ShouldBe("游戏");
        var failure = predicted.Failures.ShouldHaveSingleItem();
        (failure.Label, failure.Model, failure.Reason, failure.ElapsedMs).ShouldBe(("影视", "movie", "no answer within 1500 ms", 1500));
    }

    [Fact]
    public async Task Should_not_wait_longer_than_the_deadline()
    {
        var text = _host.Text(["电影"], "影视") with { Deadline = _host.Time.GetUtcNow().UtcDateTime.AddMilliseconds(400) };

        var predicting = _host.PredictAsync(text);
        await _server.NextAsync();
        _host.Time.Advance(TimeSpan.FromMilliseconds(400));

        var failure = (await predicting).Failures.ShouldHaveSingleItem();
        failure.Reason.ShouldContain("deadline");
        failure.ElapsedMs.ShouldBe(400);
    }

    [Fact]
    public async Task Should_end_the_call()
    {
        var predicting = _host.PredictAsync(_host.Text(["电影"], "影视"));
        var request = await _server.NextAsync();
        _host.Time.Advance(TimeSpan.FromMilliseconds(1500));
        await predicting;

        await request.Aborted.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _server.DisposeAsync();
        _models.Dispose();
    }
}
