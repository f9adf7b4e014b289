using LabelPlatform.Contracts.Inference;
using LabelPlatform.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_model_keeps_failing : IAsyncLifetime
{
    private readonly ModelFolder _models = new();
    private volatile bool _fails = true;
    private volatile bool _hangs;
    private StubServer _server = null!;
    private InferenceHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"]);
        _models.AddVersion("game", 1, "游戏", ["皮肤"]);
        _models.WriteConfig(("movie", [1]), ("game", [1]));
        _server = await StubServer.StartAsync((context, request) =>
        {
            if (_hangs)
                return request.Aborted.Task;
            if (_fails && request.Path.Contains("movie", StringComparison.Ordinal))
                context.Response.StatusCode = 500;
            return context.Response.WriteAsync("""{"predictions": [[0.75]]}""");
        });
        _host = new InferenceHost(
            ("ModelsConfig", _models.Config),
            ("Servers:0:Url", _server.Url),
            ("CircuitBreaker:MinimumCalls", "3"),
            ("CircuitBreaker:BreakSeconds", "5"));
        for (var call = 0; call < 3; call++)
            (await PredictAsync()).Failures.ShouldHaveSingleItem().Reason.ShouldStartWith("answered 500");
        _server.Rest();
    }

    [Fact]
    public async Task Should_leave_it_alone_and_say_why()
    {
        var failure = (await PredictAsync()).Failures.ShouldHaveSingleItem();

        failure.Reason.ShouldContain("left alone");
        failure.Reason.ShouldContain("answered 500");
        _server.Rest().ShouldHaveSingleItem().Path.ShouldContain("game");
    }

    [Fact]
    public async Task Should_go_on_asking_the_other_models_of_the_server() =>
        (await PredictAsync()).Predictions.ShouldHaveSingleItem().Label.ShouldBe("游戏");

    [Fact]
    public async Task Should_ask_again_after_a_while()
    {
        _fails = false;
        _host.Time.Advance(TimeSpan.FromSeconds(5.1));

        (await PredictAsync()).Predictions.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Should_not_take_a_try_that_its_caller_ended_for_an_answer()
    {
        _hangs = true;
        _host.Time.Advance(TimeSpan.FromSeconds(5.1));
        var trying = _host.PredictAsync(
            _host.Text(["电影"], "影视") with { Deadline = _host.Time.GetUtcNow().UtcDateTime.AddMilliseconds(100) });
        await _server.NextAsync();
        _host.Time.Advance(TimeSpan.FromMilliseconds(100));
        await trying;

        (await _host.PredictAsync(_host.Text(["电影"], "影视"))).Failures.ShouldHaveSingleItem().Reason.ShouldContain("left alone");
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _server.DisposeAsync();
        _models.Dispose();
    }

    private Task<PredictedText> PredictAsync() => _host.PredictAsync(_host.Text(["电影"], "影视", "游戏"));
}
