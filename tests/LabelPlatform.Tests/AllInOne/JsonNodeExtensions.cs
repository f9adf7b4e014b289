using System.Text.Json.Nodes;

namespace LabelPlatform.Tests.AllInOne;

internal static class JsonNodeExtensions
{
    /// <summary>The titles of an item's labels, in its order.</summary>
    public static string[] Titles(this JsonNode item) => [.. item["labels"]!.AsArray().Select(label => label!["label"]!.GetValue<string>())];
}
