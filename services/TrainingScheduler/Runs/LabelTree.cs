using LabelPlatform.Contracts.LabelGraph;
using MassTransit;

namespace LabelPlatform.TrainingScheduler.Runs;

/// <summary>The tree of labels, which GraphMatch owns.</summary>
internal sealed class LabelTree(IBus bus)
{
    private static readonly RequestTimeout Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The labels above each of these, of any distance, nearest first; those that have none are left out.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> GetAncestorsAsync(IReadOnlyCollection<string> labels, CancellationToken cancellation)
    {
        var graph = await bus.CreateRequestClient<GetLabelGraph>(Timeout).GetResponse<LabelGraphFound>(new GetLabelGraph(), cancellation);
        var parents = graph.Message.Labels.ToDictionary(label => label.Title, label => label.Parents, StringComparer.Ordinal);
        return labels.Distinct(StringComparer.Ordinal)
            .Select(label => (Label: label, Ancestors: AncestorsOf(label, parents)))
            .Where(pair => pair.Ancestors.Count > 0)
            .ToDictionary(pair => pair.Label, IReadOnlyList<string> (pair) => pair.Ancestors, StringComparer.Ordinal);
    }

    private static List<string> AncestorsOf(string label, Dictionary<string, IReadOnlyList<string>> parents)
    {
        var ancestors = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { label };
        var next = new Queue<string>([label]);
        while (next.TryDequeue(out var below))
        {
            foreach (var parent in parents.GetValueOrDefault(below) ?? [])
            {
                if (!seen.Add(parent))
                    continue;
                ancestors.Add(parent);
                next.Enqueue(parent);
            }
        }

        return ancestors;
    }
}
