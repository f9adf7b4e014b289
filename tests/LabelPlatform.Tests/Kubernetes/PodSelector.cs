using System.Text.Json.Nodes;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>A selector of pods: plain labels (of a Service), or <c>matchLabels</c> and <c>matchExpressions</c> with the operator In.</summary>
internal static class PodSelector
{
    public static bool Matches(JsonObject selector, IReadOnlyDictionary<string, string> labels)
    {
        if (selector.Count > 0 && selector["matchLabels"] is null && selector["matchExpressions"] is null)
            return Has(selector, labels);
        return (selector["matchLabels"] is not JsonObject wanted || Has(wanted, labels)) && selector.Items("matchExpressions").All(e => IsIn(e, labels));
    }

    private static bool Has(JsonObject wanted, IReadOnlyDictionary<string, string> labels) =>
        wanted.All(pair => labels.GetValueOrDefault(pair.Key) == (string?)pair.Value);

    private static bool IsIn(JsonObject expression, IReadOnlyDictionary<string, string> labels)
    {
        if ((string?)expression["operator"] != "In")
            throw new NotSupportedException($"The operator of {expression.ToJsonString()} is not known here.");
        return labels.TryGetValue((string)expression["key"]!, out var value) && expression["values"]!.AsArray().Any(v => (string?)v == value);
    }
}
