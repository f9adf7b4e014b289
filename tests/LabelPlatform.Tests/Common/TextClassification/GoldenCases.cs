using System.Text.Json;
using LabelPlatform.Testing;

namespace LabelPlatform.Tests.Common.TextClassification;

/// <summary>The step-by-step cases of the goldens.</summary>
internal static class GoldenCases
{
    public static IReadOnlyList<JsonElement> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Get("keras-goldens", "synthetic", "cases", file)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(item => item.Clone())];
    }

    public static string Name(this JsonElement item) => item.GetProperty("name").GetString()!;

    public static int[] Ids(this JsonElement list) => [.. list.EnumerateArray().Select(id => id.GetInt32())];

    public static int[][] Rows(this JsonElement item, string property) => [.. item.GetProperty(property).EnumerateArray().Select(Ids)];
}
