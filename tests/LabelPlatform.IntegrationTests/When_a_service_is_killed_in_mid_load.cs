using System.Diagnostics;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

[Collection(PlatformTests.Name)]
[Trait("Category", "Long")]
public class When_a_service_is_killed_in_mid_load(PlatformFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(ServiceProcess.Inference)]
    [InlineData(ServiceProcess.Scoring)]
    [InlineData(ServiceProcess.GraphMatch)]
    [InlineData(ServiceProcess.Preprocess)]
    public async Task Should_answer_rightly_or_503_and_go_on_when_it_is_back(string service)
    {
        var platform = await fixture.PlatformAsync();
        var process = platform.Of(service).Single();
        await using var load = new TextLoad(
            platform.Apis,
            ("老虎", "动物 0.69"),
            ("香蕉和葡萄", "水果 0.802"),
            // 水果 by the model (0.9), 粮食 has none and keeps its weight (0.7).
            ("梨子", "水果 0.711, 粮食 0.668"));
        await AnswersAsync(load, 100);

        await process.KillAsync();
        await Eventually.HoldsAsync("requests are refused", Patience, () => load.Unavailable > 0);
        var right = load.Right;
        var watch = Stopwatch.StartNew();
        process.Start();
        await Eventually.HoldsAsync("requests are answered again", Patience, () => load.Right > right);
        var back = watch.Elapsed;
        await AnswersAsync(load, load.Right + 100);

        load.Wrong.ShouldBeEmpty();
        back.ShouldBeLessThan(BackWithin);
    }

    private static async Task AnswersAsync(TextLoad load, int count) =>
        await Eventually.HoldsAsync($"{count} requests are answered", Patience, () => load.Right >= count || !load.Wrong.IsEmpty);
}
