using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>An answer of the REST interface.</summary>
public sealed record ApiAnswer(HttpStatusCode Status, string Body)
{
    /// <summary>The items of an answer that must be one.</summary>
    public JsonArray Items =>
        Status == HttpStatusCode.OK
            ? JsonNode.Parse(Body)!["items"]!.AsArray()
            : throw new HttpRequestException($"Answered {(int)Status}: {Body}");

    /// <summary>An item's labels in short: <c>水果 0.69, 公司 0.668</c>.</summary>
    public static string LabelsOf(JsonNode item) => string.Join(
        ", ",
        item["labels"]!.AsArray().Select(label => $"{label!["label"]} {label["score"]!.GetValue<double>().ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>The labels that an item names as degraded.</summary>
    public static string[] DegradedOf(JsonNode item) => [.. item["degraded"]!.AsArray().Select(degraded => degraded!["label"]!.GetValue<string>())];
}
