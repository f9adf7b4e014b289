using System.Text.Json.Nodes;
using Shouldly;

namespace LabelPlatform.Tests.Api;

/// <summary>What came back.</summary>
internal sealed record ApiReply(int Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public void ShouldBe(int status, string json)
    {
        Status.ShouldBe(status, Body);
        JsonNode.DeepEquals(Json, JsonNode.Parse(json)).ShouldBeTrue(Body);
    }

    public void ShouldBeProblem(int status, string title, string detail)
    {
        Status.ShouldBe(status, Body);
        ContentType.ShouldBe("application/problem+json");
        Json["title"]!.GetValue<string>().ShouldBe(title);
        Json["detail"]!.GetValue<string>().ShouldBe(detail);
    }
}
