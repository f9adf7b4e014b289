using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_the_interface_is_browsed(AllInOneApplication application) : IClassFixture<AllInOneApplication>
{
    [Fact]
    public async Task Should_describe_every_route()
    {
        var document = await application.SendAsync(HttpMethod.Get, "/openapi/v1.json");

        document["paths"]!.AsObject().Select(path => path.Key).ShouldBe(
            [
                "/api/get_label", "/v1/graph", "/v1/graph/label", "/v1/graph/tree", "/v1/graph/vocabulary", "/v1/graph/word", "/v1/label", "/v1/words",
                "/v1/datasets", "/v1/datasets/{dataset}",
                "/v1/models", "/v1/models/{model}", "/v1/models/{model}/rollback", "/v1/models/{model}/versions/{version}",
                "/v1/models/{model}/versions/{version}/promote",
                "/v1/training/jobs/{jobId}/log", "/v1/training/queue", "/v1/training/runs", "/v1/training/runs/{runId}",
                "/v1/training/runs/{runId}/cancel", "/v1/training/runs/{runId}/events", "/v1/training/workers",
            ],
            ignoreOrder: true);
        document["paths"]!["/v1/label"]!["post"]!["description"]!.GetValue<string>().ShouldContain("not how probable");
        document["paths"]!["/v1/label"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"].ShouldNotBeNull();
        document["paths"]!["/v1/datasets"]!["post"]!["requestBody"]!["content"]!.AsObject().Select(content => content.Key).ShouldBe(
            ["text/csv", "text/tab-separated-values", "application/jsonl", "application/x-ndjson", "text/plain"]);
        document["paths"]!["/v1/training/runs"]!["post"]!["responses"]!["202"]!["content"]!["application/json"]!["example"].ShouldNotBeNull();
        document["paths"]!["/v1/training/jobs/{jobId}/log"]!["get"]!["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key)
            .ShouldBe(["application/json", "text/plain"]);
    }

    [Fact]
    public async Task Should_show_a_page_at_the_root()
    {
        using var response = await application.CreateClient().GetAsync("/");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync()).ShouldContain("LabelPlatform");
    }

    [Fact]
    public async Task Should_say_that_it_is_ready() =>
        (await application.SendAsync(HttpMethod.Get, "/health/ready"))["status"]!.GetValue<string>().ShouldBe("Healthy");
}
