namespace LabelPlatform.LabelGraph.Changes;

/// <summary>Finds the cycles that added <c>Contain</c> relations would close.</summary>
internal static class CycleFinder
{
    /// <summary>The added edges that lie on a cycle, each with the cycle as a path; cycles that were there before are not told.</summary>
    /// <param name="parents">The parents of every label once the edges are added.</param>
    /// <param name="added">The edges.</param>
    public static IEnumerable<(LabelEdge Edge, string Path)> Find(
        IReadOnlyDictionary<string, HashSet<string>> parents,
        IReadOnlyList<LabelEdge> added)
    {
        var knotted = Knotted(parents);
        return from edge in added
               where knotted.Contains(edge.Parent) && knotted.Contains(edge.Child)
               let path = PathUpwards(edge.Parent, edge.Child, parents, knotted)
               where path is not null
               select (edge, path);
    }

    /// <summary>What remains when labels without parents are taken away again and again: the cycles and what hangs below them.</summary>
    private static HashSet<string> Knotted(IReadOnlyDictionary<string, HashSet<string>> parents)
    {
        var children = parents
            .SelectMany(label => label.Value, (label, parent) => (parent, child: label.Key))
            .ToLookup(edge => edge.parent, edge => edge.child, StringComparer.Ordinal);
        var open = parents.ToDictionary(label => label.Key, label => label.Value.Count, StringComparer.Ordinal);
        var free = new Stack<string>(open.Where(label => label.Value == 0).Select(label => label.Key));
        var knotted = new HashSet<string>(parents.Keys, StringComparer.Ordinal);
        while (free.TryPop(out var label))
        {
            knotted.Remove(label);
            foreach (var child in children[label])
            {
                if (--open[child] == 0)
                    free.Push(child);
            }
        }

        return knotted;
    }

    /// <summary>The shortest path from a label up to one of its ancestors and back, or null when it is none.</summary>
    private static string? PathUpwards(
        string from,
        string to,
        IReadOnlyDictionary<string, HashSet<string>> parents,
        HashSet<string> within)
    {
        var cameFrom = new Dictionary<string, string?>(StringComparer.Ordinal) { [from] = null };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var label))
        {
            if (label == to)
                return Describe(label, cameFrom);
            foreach (var parent in parents[label].Where(within.Contains))
            {
                if (cameFrom.TryAdd(parent, label))
                    queue.Enqueue(parent);
            }
        }

        return null;
    }

    private static string Describe(string top, Dictionary<string, string?> cameFrom)
    {
        var path = new List<string>();
        for (var label = top; label is not null; label = cameFrom[label])
            path.Add(label);
        path.Add(top);
        return string.Join(" → ", path);
    }
}
