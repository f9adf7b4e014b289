using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_replica_fails : IAsyncLifetime
{
    private readonly ModelFolder _models = new();
    private StubServer _healthy = null!;

    public async ValueTask InitializeAsync()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"]);
        _models.WriteConfig(("movie", [1]));
        _healthy = await StubServer.AnsweringAsync("""{"predictions": [[0.75]]}""");
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(503, "")]
    [InlineData(200, "garbage")]
    [InlineData(200, """{"predictions": [[NaN]]}""")]
    public async Task Should_ask_the_next(int status, string body)
    {
        await using var failing = await StubServer.AnsweringAsync(body, status);
        using var host = new InferenceHost(_models, failing, _healthy);

        for (var turn = 0; turn < 2; turn++)
            (await host.PredictAsync(host.Text(["电影"], "影视"))).Predictions.ShouldHaveSingleItem().Probability.ShouldBe(0.75);

        failing.Rest().ShouldHaveSingleItem();
        _healthy.Rest().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_leave_the_next_its_share_of_the_time()
    {
        await using var hanging = await StubServer.HangingAsync();
        using var host = new InferenceHost(_models, _healthy, hanging);

        // The first turn is the second server's.
        var predicting = host.PredictAsync(host.Text(["电影"], "影视"));
        await hanging.NextAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await predicting).Predictions.ShouldHaveSingleItem().Probability.ShouldBe(0.75);
    }

    [Fact]
    public async Task Should_not_ask_the_next_what_was_refused()
    {
        await using var refusing = await StubServer.AnsweringAsync("""{"error": "indices[0,1] = 913 is not in [0, 913)"}""", 400);
        using var host = new InferenceHost(_models, _healthy, refusing);

        var predicted = await host.PredictAsync(host.Text(["电影"], "影视"));

        predicted.Failures.ShouldHaveSingleItem().Reason.ShouldStartWith("answered 400");
        _healthy.Rest().ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _healthy.DisposeAsync();
        _models.Dispose();
    }
}
