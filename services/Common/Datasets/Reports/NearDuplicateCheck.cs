using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Splitting;

namespace LabelPlatform.Datasets.Reports;

/// <summary>
/// Finds test texts that nearly are training texts: three of four of their character trigrams are the same. Candidates come from MinHash signatures, of
/// which some bands are equal; then the trigrams are compared.
/// </summary>
internal static class NearDuplicateCheck
{
    private const double MinSimilarity = 0.75;

    // Of two texts as similar as that, one band of three hashes is equal with probability 0.42, one of the twelve with 0.9985.
    private const int Bands = 12;
    private const int HashesPerBand = 3;

    // Texts made from a template are all alike: a few of them are enough to compare with.
    private const int MaxCandidates = 8;

    public static IEnumerable<DatasetFinding> Find(IReadOnlyList<DatasetRow> rows, DatasetPart[] parts)
    {
        var trigrams = rows.Select(row => Trigrams(row.Text)).ToArray();
        var training = new Dictionary<(int Band, ulong Key), List<int>>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (parts[i] != DatasetPart.Training)
                continue;
            foreach (var key in Keys(trigrams[i]))
            {
                if (!training.TryGetValue(key, out var candidates))
                    training[key] = candidates = [];
                if (candidates.Count < MaxCandidates)
                    candidates.Add(i);
            }
        }

        var pairs = new List<(DatasetRow Test, DatasetRow Training)>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (parts[i] == DatasetPart.Test && FindSimilar(i, trigrams, training) is { } similar)
                pairs.Add((rows[i], rows[similar]));
        }

        if (pairs.Count > 0)
        {
            yield return new DatasetFinding(
                FindingKind.NearDuplicate,
                null,
                pairs.Count,
                $"{pairs.Count} test rows nearly are training rows, so that models seem better than they are; give rows of one document the same 'group'.",
                ExampleRow.Of(pairs.SelectMany(pair => new[] { pair.Test, pair.Training })));
        }
    }

    private static int? FindSimilar(int row, HashSet<ulong>[] trigrams, Dictionary<(int Band, ulong Key), List<int>> training)
    {
        foreach (var key in Keys(trigrams[row]))
        {
            foreach (var candidate in training.GetValueOrDefault(key) ?? [])
            {
                if (Similarity(trigrams[row], trigrams[candidate]) >= MinSimilarity)
                    return candidate;
            }
        }

        return null;
    }

    private static double Similarity(HashSet<ulong> x, HashSet<ulong> y)
    {
        var common = x.Count(y.Contains);
        return (double)common / (x.Count + y.Count - common);
    }

    private static IEnumerable<(int Band, ulong Key)> Keys(HashSet<ulong> trigrams)
    {
        if (trigrams.Count == 0)
            yield break;
        for (var band = 0; band < Bands; band++)
        {
            var key = 0UL;
            for (var i = 0; i < HashesPerBand; i++)
                key = SplitMix64.Mix(key ^ trigrams.Min(trigram => SplitMix64.Mix(trigram + ((ulong)((band * HashesPerBand) + i) << 48))));
            yield return (band, key);
        }
    }

    private static HashSet<ulong> Trigrams(string text)
    {
        var normalized = TextNormalization.Apply(text);
        var trigrams = new HashSet<ulong>();
        for (var i = 0; i + 2 < normalized.Length; i++)
            trigrams.Add(((ulong)normalized[i] << 32) | ((ulong)normalized[i + 1] << 16) | normalized[i + 2]);
        return trigrams;
    }
}
