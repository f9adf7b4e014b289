using System.Collections.Frozen;

namespace LabelPlatform.Inference.Catalog;

/// <summary>Which model decides which label. Immutable.</summary>
/// <param name="clients">The models; labels are distinct.</param>
/// <param name="problems">What was refused, for people.</param>
public sealed class ModelCatalog(IEnumerable<IPredictionClient> clients, IReadOnlyList<string> problems)
{
    private readonly FrozenDictionary<string, IPredictionClient> _byLabel =
        clients.ToFrozenDictionary(client => client.Label, StringComparer.Ordinal);

    /// <summary>A catalogue without models.</summary>
    public static ModelCatalog Empty { get; } = new([], []);

    /// <summary>The labels that have a model.</summary>
    public IReadOnlyList<string> Labels => _byLabel.Keys;

    /// <summary>What was refused, by name and with the reason.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;

    /// <summary>The model that judges a label: its own, else that of the nearest ancestor that has one; null without either.</summary>
    public IPredictionClient? FindJudge(string label, IReadOnlyDictionary<string, IReadOnlyList<string>> ancestors)
    {
        if (_byLabel.TryGetValue(label, out var own))
            return own;
        foreach (var ancestor in ancestors.GetValueOrDefault(label, []))
        {
            if (_byLabel.TryGetValue(ancestor, out var client))
                return client;
        }

        return null;
    }
}
