using System.Text.Json.Nodes;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>What every Kubernetes object has.</summary>
internal static class JsonObjectExtensions
{
    public static string Kind(this JsonObject manifest) => (string)manifest["kind"]!;

    public static string Name(this JsonObject manifest) => (string)manifest["metadata"]!["name"]!;

    /// <summary>The members of a list, none when it is missing.</summary>
    public static IEnumerable<JsonObject> Items(this JsonNode? node, string list) => node?[list]?.AsArray().Select(item => item!.AsObject()) ?? [];
}
