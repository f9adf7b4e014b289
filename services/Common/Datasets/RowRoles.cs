namespace LabelPlatform.Datasets;

/// <summary>Tells what rows are to labels of a tree.</summary>
/// <param name="rows">The dataset.</param>
/// <param name="ancestorsOf">The labels above a label, of any distance; none for a label that the tree does not know.</param>
public sealed class RowRoles(IReadOnlyList<DatasetRow> rows, Func<string, IReadOnlyCollection<string>> ancestorsOf)
{
    /// <summary>The role of every row.</summary>
    public RowRole[] Of(string label)
    {
        var above = ancestorsOf(label);
        var isPositive = rows.Select(row => row.Labels.Any(other => other == label || ancestorsOf(other).Contains(label))).ToArray();
        var sources = rows.Where((row, i) => isPositive[i] && row.Source is not null).Select(row => row.Source).ToHashSet(StringComparer.Ordinal);

        var roles = new RowRole[rows.Count];
        for (var i = 0; i < roles.Length; i++)
        {
            if (isPositive[i])
                roles[i] = RowRole.Positive;
            else if (rows[i].Labels.Any(above.Contains) || (rows[i].Source is { } source && !sources.Contains(source)))
                roles[i] = RowRole.LeftOut;
            else
                roles[i] = RowRole.Negative;
        }

        return roles;
    }
}
