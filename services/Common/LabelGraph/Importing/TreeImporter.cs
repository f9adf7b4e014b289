using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>Plans the import of a label tree. Labels that stay keep their vocabulary.</summary>
internal static class TreeImporter
{
    public static void Plan(LabelGraphSnapshot snapshot, IReadOnlyList<TreeLine> lines, bool replace, LabelGraphPlan plan)
    {
        if (lines.Count == 0 && plan.ErrorCount == 0)
            plan.Refuse(new LabelGraphIssue("The file names no label"));

        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (GraphNames.WhyNot(line.Label, "title") is { } reason)
                plan.Refuse(new LabelGraphIssue(reason, line.Line, line.Label));
            labels.Add(line.Label);
        }

        var edges = ReadEdges(snapshot, lines, labels, replace, plan);
        if (plan.ErrorCount > 0)
            return;

        var changes = new LabelGraphChangesBuilder(snapshot);
        foreach (var label in labels)
            changes.AddLabel(label);
        foreach (var edge in edges.Keys)
            changes.AddEdge(edge);
        if (replace)
            RemoveOthers(snapshot, labels, edges, changes, plan);
        plan.Changes = changes.Build();
        foreach (var (edge, path) in CycleFinder.Find(plan.Changes.ParentsAfter(snapshot), plan.Changes.EdgesAdded))
            plan.Refuse(new LabelGraphIssue($"The tree would have a cycle: {path}", edges[edge], edge.Child));
        if (!replace)
            WarnOfNewRoots(lines, edges, plan);
    }

    /// <summary>The <c>Contain</c> relations of the file, each with the line that names it first.</summary>
    private static Dictionary<LabelEdge, int> ReadEdges(
        LabelGraphSnapshot snapshot, IReadOnlyList<TreeLine> lines, HashSet<string> labels, bool replace, LabelGraphPlan plan)
    {
        var edges = new Dictionary<LabelEdge, int>();
        foreach (var line in lines)
        {
            if (line.Parent is not { } parent)
                continue;
            if (!labels.Contains(parent) && (replace || snapshot.FindLabel(parent) is null))
                plan.Refuse(new LabelGraphIssue($"The parent '{parent}' is not a label; give it a line of its own", line.Line, line.Label));
            else if (!edges.TryAdd(new LabelEdge(parent, line.Label), line.Line))
                plan.Warnings.Add("relations named twice", new LabelGraphIssue($"'{parent}' names '{line.Label}' twice", line.Line, line.Label));
        }

        return edges;
    }

    private static void RemoveOthers(
        LabelGraphSnapshot snapshot, HashSet<string> labels, Dictionary<LabelEdge, int> edges, LabelGraphChangesBuilder changes, LabelGraphPlan plan)
    {
        foreach (var label in snapshot.Labels)
        {
            if (!labels.Contains(label.Title))
            {
                changes.RemoveLabel(label);
                if (label.Words.Count > 0)
                    plan.Warnings.Add("labels removed with vocabulary", new LabelGraphIssue($"Removed with its {label.Words.Count:N0} words", Label: label.Title));
                continue;
            }

            foreach (var gone in label.Parents.Select(parent => new LabelEdge(parent, label.Title)).Where(edge => !edges.ContainsKey(edge)))
                changes.RemoveEdge(gone);
        }
    }

    private static void WarnOfNewRoots(IReadOnlyList<TreeLine> lines, Dictionary<LabelEdge, int> edges, LabelGraphPlan plan)
    {
        var added = plan.Changes.LabelsAdded.ToHashSet(StringComparer.Ordinal);
        added.ExceptWith(edges.Keys.Select(edge => edge.Child));
        foreach (var line in lines.Where(line => added.Remove(line.Label)))
            plan.Warnings.Add("labels added as roots", new LabelGraphIssue("Added as a root: the file names no parent of it", line.Line, line.Label));
    }
}
