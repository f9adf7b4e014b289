namespace LabelPlatform.Api.Labeling.Stages;

internal static class OfGraphExtensions
{
    /// <summary>The ancestors of all labels that the items may speak of.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> MergeAncestors<T>(this IReadOnlyList<OfGraph<T>> items)
    {
        var first = items[0].Matched;
        if (items.All(item => ReferenceEquals(item.Matched, first)))
            return first.Ancestors;

        var ancestors = new Dictionary<string, IReadOnlyList<string>>(first.Ancestors, StringComparer.Ordinal);
        foreach (var matched in items.Select(item => item.Matched).Distinct(ReferenceEqualityComparer.Instance).Cast<Contracts.GraphMatching.LabelsMatched>())
        {
            foreach (var (label, titles) in matched.Ancestors)
                ancestors[label] = titles;
        }

        return ancestors;
    }
}
