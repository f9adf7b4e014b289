using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_callers_are_in_a_hurry
{
    [Fact]
    public async Task Should_not_open_the_circuit_for_the_others()
    {
        using var models = new ModelFolder();
        models.AddVersion("movie", 1, "影视", ["电影"]);
        models.WriteConfig(("movie", [1]));
        await using var server = await StubServer.HangingAsync();
        using var host = new InferenceHost(
            ("ModelsConfig", models.Config), ("Servers:0:Url", server.Url), ("CircuitBreaker:MinimumCalls", "2"));

        for (var call = 0; call < 4; call++)
        {
            var predicting = host.PredictAsync(
                host.Text(["电影"], "影视") with { Deadline = host.Time.GetUtcNow().UtcDateTime.AddMilliseconds(10) });
            await server.NextAsync();
            host.Time.Advance(TimeSpan.FromMilliseconds(10));
            (await predicting).Failures.ShouldHaveSingleItem().Reason.ShouldContain("deadline");
        }
    }
}
