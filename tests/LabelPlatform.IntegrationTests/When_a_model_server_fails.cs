using System.Diagnostics;
using LabelPlatform.IntegrationTests.Platform;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests;

[Collection(PlatformTests.Name)]
public class When_a_model_server_fails(PlatformFixture fixture)
{
    private const int DeadlineMs = 2000;

    // What a failed model should have decided keeps the weight of the graph: 0.6 → 0.646, 0.7 → 0.668; 0.9 of the model that answers → 0.711.
    [Theory]
    [InlineData("苹果", "水果 0.711, 公司 0.646", "公司", "company")]
    [InlineData("天鹅", "动物 0.668, 芭蕾 0.646", "动物", "animal")]
    [InlineData("红旗", "汽车 0.668, 旗帜 0.646", "汽车", "car")]
    public async Task Should_return_the_other_labels_in_time(string text, string labels, string degraded, string model)
    {
        var platform = await fixture.PlatformAsync();
        var watch = Stopwatch.StartNew();
        var item = await platform.Api.LabelAsync(text, DeadlineMs);
        watch.Stop();

        ApiAnswer.LabelsOf(item).ShouldBe(labels);
        var failure = item["degraded"]!.AsArray().ShouldHaveSingleItem()!;
        failure["label"]!.GetValue<string>().ShouldBe(degraded);
        failure["model"]!.GetValue<string>().ShouldBe(model);
        failure["reason"]!.GetValue<string>().ShouldNotBeEmpty();
        watch.ElapsedMilliseconds.ShouldBeLessThan(DeadlineMs * 110 / 100);
    }
}
