using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_a_request_is_bad(AllInOneApplication application) : IClassFixture<AllInOneApplication>
{
    [Theory]
    [InlineData("/v1/label", "{", "line 1")]
    [InlineData("/v1/label", "", "not valid JSON")]
    [InlineData("/v1/label", """{"texts":[]}""", "texts")]
    [InlineData("/v1/label", """{"texts":["a"],"topK":-1}""", "topK")]
    [InlineData("/v1/words", """{"texts":["a"],"topK":1}""", "topK")]
    [InlineData("/v1/words?raw=perhaps", """{"texts":["a"]}""", "raw")]
    [InlineData("/api/get_label/", """{"text":1}""", "text")]
    public async Task Should_name_the_field(string path, string body, string named)
    {
        using var response = await application.PostRawAsync(path, body);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, named);
    }

    [Fact]
    public async Task Should_refuse_what_is_not_UTF8()
    {
        using var content = new ByteArrayContent([.. "{\"texts\":[\""u8, 0xC3, 0x28, .. "\"]}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await application.CreateClient().PostAsync("/v1/label", content);

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "UTF-8");
    }

    [Fact]
    public async Task Should_refuse_what_is_not_JSON_by_its_type()
    {
        using var response = await application.CreateClient().PostAsync("/v1/label", new StringContent("text=a", Encoding.UTF8, "text/plain"));

        await ShouldBeProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "Content-Type");
    }

    [Fact]
    public async Task Should_refuse_a_body_over_4_MiB()
    {
        using var response = await application.PostRawAsync("/v1/label", $$"""{"texts":["{{new string('a', 4 * 1024 * 1024)}}"]}""");

        await ShouldBeProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "4,194,304");
    }

    [Fact]
    public async Task Should_refuse_more_than_1000_texts()
    {
        using var response = await application.PostRawAsync("/v1/label", $$"""{"texts":[{{string.Join(',', Enumerable.Repeat("\"a\"", 1001))}}]}""");

        await ShouldBeProblemAsync(response, HttpStatusCode.BadRequest, "1,001");
    }

    [Fact]
    public async Task Should_answer_an_unknown_route_with_a_problem()
    {
        using var response = await application.CreateClient().GetAsync("/v1/nothing");

        await ShouldBeProblemAsync(response, HttpStatusCode.NotFound, "no such route");
    }

    [Theory]
    [InlineData("PUT", "/v1/graph/word?word=甲乙&label=没有这个标签", HttpStatusCode.BadRequest, "没有这个标签")]
    [InlineData("PUT", "/v1/graph/word?word=甲乙&label=民谣&weight=1.5", HttpStatusCode.BadRequest, "weight")]
    [InlineData("PUT", "/v1/graph/word?word=甲乙&label=民谣&weight=much", HttpStatusCode.BadRequest, "weight")]
    [InlineData("PUT", "/v1/graph/word?label=民谣", HttpStatusCode.BadRequest, "word")]
    [InlineData("PUT", "/v1/graph/label?title=新标签&parent=没有这个标签", HttpStatusCode.BadRequest, "没有这个标签")]
    [InlineData("PUT", "/v1/graph/label?title=音乐&parent=民谣", HttpStatusCode.BadRequest, "音乐")]
    [InlineData("DELETE", "/v1/graph/label?title=音乐", HttpStatusCode.BadRequest, "音乐")]
    [InlineData("DELETE", "/v1/graph/label?title=没有这个标签", HttpStatusCode.NotFound, "没有这个标签")]
    [InlineData("DELETE", "/v1/graph/word?word=没有这个词&label=民谣", HttpStatusCode.NotFound, "没有这个词")]
    [InlineData("GET", "/v1/graph/label?title=没有这个标签", HttpStatusCode.NotFound, "没有这个标签")]
    [InlineData("GET", "/v1/graph/label", HttpStatusCode.BadRequest, "title")]
    public async Task Should_say_why_the_graph_is_not_edited(string method, string path, HttpStatusCode status, string named)
    {
        using var response = await application.CreateClient().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await ShouldBeProblemAsync(response, status, named);
    }

    private static async Task ShouldBeProblemAsync(HttpResponseMessage response, HttpStatusCode status, string named)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", body);
        (JsonNode.Parse(body)!["detail"]?.GetValue<string>() ?? "").ShouldContain(named);
        body.ShouldNotContain("   at ");
    }
}
