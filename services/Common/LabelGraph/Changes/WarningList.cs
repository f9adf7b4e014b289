using System.Globalization;
using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>Warnings by kind; of each kind only the first are told one by one.</summary>
internal sealed class WarningList
{
    private const int ToldPerKind = 20;

    private readonly Dictionary<string, (List<LabelGraphIssue> Told, int Count)> _kinds = new(StringComparer.Ordinal);

    /// <summary>Adds a warning.</summary>
    /// <param name="kind">What all warnings of this kind are about, in the plural, for people.</param>
    /// <param name="warning">The warning.</param>
    public void Add(string kind, LabelGraphIssue warning)
    {
        var (told, count) = _kinds.GetValueOrDefault(kind, ([], 0));
        if (told.Count < ToldPerKind)
            told.Add(warning);
        _kinds[kind] = (told, count + 1);
    }

    public IReadOnlyList<LabelGraphIssue> ToList() =>
    [
        .. _kinds.SelectMany(kind => kind.Value.Count > kind.Value.Told.Count
            ? kind.Value.Told.Append(More(kind.Key, kind.Value.Count - kind.Value.Told.Count))
            : kind.Value.Told),
    ];

    private static LabelGraphIssue More(string kind, int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{count:N0} more: {kind}"));
}
