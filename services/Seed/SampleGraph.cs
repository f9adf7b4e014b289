using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.Seed;

/// <summary>The graph that a new platform starts with.</summary>
public static class SampleGraph
{
    private static readonly SampleFile Tree = new("label-tree.json", LabelGraphPart.Tree, LabelGraphFormat.Json);
    private static readonly SampleFile Vocabulary = new("vocabulary.csv", LabelGraphPart.Vocabulary, LabelGraphFormat.Csv);

    /// <summary>Whether these labels are the sample's; other graphs have other labels, or mean other things by them.</summary>
    public static bool Has(IReadOnlySet<string> labels) => SampleModels.All.All(model => labels.Contains(model.Label));

    /// <summary>What is to be imported, in order: all of it into an empty graph, the vocabulary when an import ended before it, nothing into a graph of one's own.</summary>
    public static IReadOnlyList<SampleFile> Missing(IReadOnlySet<string> labels, int wordCount) =>
        wordCount > 0 ? [] :
        labels.Count == 0 ? [Tree, Vocabulary] :
        Has(labels) ? [Vocabulary] : [];
}
