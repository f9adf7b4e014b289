using LabelPlatform.Contracts.Inference;
using LabelPlatform.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_version_is_not_on_the_server : IDisposable
{
    private readonly ModelFolder _models = new();

    public When_a_version_is_not_on_the_server()
    {
        _models.AddVersion("movie", 2, "影视", ["好看", "电影"], threshold: 0.6);
        _models.AddVersion("movie", 1, "影视", ["电影"], threshold: 0.4);
        _models.WriteConfig(("movie", [2, 1]));
    }

    [Fact]
    public async Task Should_ask_the_other_version_with_its_own_features()
    {
        await using var server = await ServerOfVersionAsync(1);
        using var host = new InferenceHost(_models, server);

        var predicted = await host.PredictAsync(host.Text(["电影"], "影视"));

        predicted.Predictions.ShouldBe([new LabelPrediction("影视", "影视", "movie", 1, 0.75, 0.4)]);
        (await server.NextAsync()).Body.ShouldBe("""{"instances":[[0,0,2]]}""");
        (await server.NextAsync()).Body.ShouldBe("""{"instances":[[0,0,1]]}""");
    }

    [Fact]
    public async Task Should_prefer_a_replica_that_has_the_live_version()
    {
        await using var old = await ServerOfVersionAsync(1);
        await using var current = await ServerOfVersionAsync(2);
        using var host = new InferenceHost(_models, old, current);

        for (var turn = 0; turn < 2; turn++)
            (await host.PredictAsync(host.Text(["电影"], "影视"))).Predictions.ShouldHaveSingleItem().Version.ShouldBe(2);
    }

    [Fact]
    public async Task Should_say_so_when_no_version_is()
    {
        await using var server = await ServerOfVersionAsync(9);
        using var host = new InferenceHost(_models, server);

        var failure = (await host.PredictAsync(host.Text(["电影"], "影视"))).Failures.ShouldHaveSingleItem();

        failure.Reason.ShouldContain("404");
        server.Rest().Count.ShouldBe(2);
    }

    public void Dispose() => _models.Dispose();

    private static Task<StubServer> ServerOfVersionAsync(long version) => StubServer.StartAsync((context, request) =>
    {
        if (request.Path.EndsWith($"/versions/{version}:predict", StringComparison.Ordinal))
            return context.Response.WriteAsync("""{"predictions": [[0.75]]}""");
        context.Response.StatusCode = 404;
        return context.Response.WriteAsync("""{"error": "Servable not found for request"}""");
    });
}
