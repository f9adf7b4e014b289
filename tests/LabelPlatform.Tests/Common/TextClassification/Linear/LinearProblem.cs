using System.Text.Json;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

/// <summary>scikit-learn's problem and its solutions.</summary>
internal static class LinearProblem
{
    private static readonly JsonElement Golden = ScikitLearn.Golden.GetProperty("linear");

    private static readonly int[][] RowIds =
        [.. Golden.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(column => column.GetInt32() + 1).ToArray())];

    public static FeatureRows Rows { get; } = new(
        [0, .. RowIds.Select((_, i) => RowIds.Take(i + 1).Sum(ids => ids.Length))], [.. RowIds.SelectMany(ids => ids)], [0, .. Golden.Floats("idf")]);

    public static sbyte[] Targets { get; } = [.. Golden.Bools("positives").Select(positive => (sbyte)(positive ? 1 : -1))];

    public static IReadOnlyList<JsonElement> Models { get; } = [.. Golden.GetProperty("models").EnumerateArray()];
}
