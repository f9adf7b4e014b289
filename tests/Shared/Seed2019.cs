using System.Text.Json;

namespace LabelPlatform.Testing;

/// <summary>The models that the software of 2019 made, which the original was written for, and what it predicted.</summary>
internal static class Seed2019
{
    /// <summary>The rows of a label's test texts.</summary>
    public static IReadOnlyList<(int[] Features, double Probability)> TestRows(string label)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Get("keras-goldens", "synthetic", "seed2019", $"expected_{label}.json")));
        return [.. expected.RootElement.GetProperty("test").EnumerateArray().Select(row => (
            row.GetProperty("features").EnumerateArray().Select(id => id.GetInt32()).ToArray(),
            row.GetProperty("p").GetDouble()))];
    }
}
