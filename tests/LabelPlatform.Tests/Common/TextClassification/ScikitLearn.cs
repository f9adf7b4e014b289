using System.Text.Json;
using LabelPlatform.Testing;

namespace LabelPlatform.Tests.Common.TextClassification;

/// <summary>What scikit-learn makes of small problems, written by <c>Golden/generate.py</c>.</summary>
internal static class ScikitLearn
{
    public static JsonElement Golden { get; } = Read();

    public static float[] Floats(this JsonElement item, string property) =>
        [.. item.GetProperty(property).EnumerateArray().Select(value => value.GetSingle())];

    public static bool[] Bools(this JsonElement item, string property) =>
        [.. item.GetProperty(property).EnumerateArray().Select(value => value.GetBoolean())];

    public static double Number(this JsonElement item, string property) => item.GetProperty(property).GetDouble();

    private static JsonElement Read()
    {
        var path = Path.Combine(Repository.Root, "tests", "LabelPlatform.Tests", "Common", "TextClassification", "Golden", "scikit_learn.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
