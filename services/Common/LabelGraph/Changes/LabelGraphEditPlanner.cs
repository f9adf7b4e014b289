using System.Globalization;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>Says what a single edit does to a snapshot, or why it is not possible.</summary>
internal static class LabelGraphEditPlanner
{
    public static LabelGraphPlan Plan(LabelGraphSnapshot snapshot, LabelGraphEdit edit)
    {
        var plan = new LabelGraphPlan();
        var changes = new LabelGraphChangesBuilder(snapshot);
        switch (edit.Kind)
        {
            case LabelGraphEditKind.PutLabel:
                PutLabel(snapshot, edit, changes, plan);
                break;
            case LabelGraphEditKind.DeleteLabel:
                DeleteLabel(snapshot, edit, changes, plan);
                break;
            case LabelGraphEditKind.PutWord:
                PutWord(snapshot, edit, changes, plan);
                break;
            case LabelGraphEditKind.DeleteWord:
                DeleteWord(snapshot, edit, changes, plan);
                break;
            default:
                plan.Refuse(new LabelGraphIssue($"The kind of edit '{edit.Kind}' is not known"));
                break;
        }

        if (plan.ErrorCount == 0)
            plan.Changes = changes.Build();
        return plan;
    }

    private static void PutLabel(LabelGraphSnapshot snapshot, LabelGraphEdit edit, LabelGraphChangesBuilder changes, LabelGraphPlan plan)
    {
        if (GraphNames.WhyNot(edit.Label, "title") is { } reason)
        {
            plan.Refuse(new LabelGraphIssue(reason, Label: edit.Label));
            return;
        }

        var title = edit.Label!;
        var parents = (edit.Parents ?? []).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var unknown in parents.Where(parent => parent != title && snapshot.FindLabel(parent) is null))
            plan.Refuse(new LabelGraphIssue($"The parent '{unknown}' is not a label; add it first", Label: title));
        if (plan.ErrorCount > 0)
            return;

        changes.AddLabel(title);
        foreach (var parent in parents)
            changes.AddEdge(new LabelEdge(parent, title));
        foreach (var parent in (snapshot.FindLabel(title)?.Parents ?? []).Except(parents, StringComparer.Ordinal))
            changes.RemoveEdge(new LabelEdge(parent, title));
        var planned = changes.Build();
        foreach (var (_, path) in CycleFinder.Find(planned.ParentsAfter(snapshot), planned.EdgesAdded))
            plan.Refuse(new LabelGraphIssue($"The tree would have a cycle: {path}", Label: title));
    }

    private static void DeleteLabel(LabelGraphSnapshot snapshot, LabelGraphEdit edit, LabelGraphChangesBuilder changes, LabelGraphPlan plan)
    {
        if (edit.Label is not { } title || snapshot.FindLabel(title) is not { } label)
            plan.RefuseAsNotFound(new LabelGraphIssue($"There is no label '{edit.Label}'", Label: edit.Label));
        else if (label.Children.Count > 0)
            plan.Refuse(new LabelGraphIssue(
                $"The label '{edit.Label}' has {label.Children.Count} children ({Some(label.Children)}); remove them or give them other parents first",
                Label: title));
        else
            changes.RemoveLabel(label);
    }

    private static void PutWord(LabelGraphSnapshot snapshot, LabelGraphEdit edit, LabelGraphChangesBuilder changes, LabelGraphPlan plan)
    {
        var weight = edit.Weight ?? GraphNames.DefaultWeight;
        if (GraphNames.WhyNot(edit.Word, "word") is { } reason)
            plan.Refuse(new LabelGraphIssue(reason, Label: edit.Label, Word: edit.Word));
        if (edit.Label is null || snapshot.FindLabel(edit.Label) is null)
            plan.Refuse(new LabelGraphIssue($"There is no label '{edit.Label}'; add it first", Label: edit.Label, Word: edit.Word));
        if (!GraphNames.IsWeight(weight))
            plan.Refuse(new LabelGraphIssue(
                string.Create(CultureInfo.InvariantCulture, $"The weight {weight} is not above 0 and at most 1"), Label: edit.Label, Word: edit.Word));
        if (plan.ErrorCount == 0)
            changes.PutWord(edit.Word!, edit.Label!, weight);
    }

    private static void DeleteWord(LabelGraphSnapshot snapshot, LabelGraphEdit edit, LabelGraphChangesBuilder changes, LabelGraphPlan plan)
    {
        var labels = snapshot.FindLabels(edit.Word ?? "").Where(related => edit.Label is null || related.Label == edit.Label).ToArray();
        foreach (var related in labels)
            changes.RemoveWord(edit.Word!, related.Label);
        if (labels.Length == 0)
        {
            var what = edit.Label is null ? "any label" : $"the label '{edit.Label}'";
            plan.RefuseAsNotFound(new LabelGraphIssue($"The word '{edit.Word}' is not related to {what}", Label: edit.Label, Word: edit.Word));
        }
    }

    private static string Some(IReadOnlyList<string> titles) =>
        string.Join(", ", titles.Take(5)) + (titles.Count > 5 ? ", …" : "");
}
