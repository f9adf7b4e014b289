using System.Globalization;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>Plans the import of a vocabulary.</summary>
internal static class VocabularyImporter
{
    public static void Plan(
        LabelGraphSnapshot snapshot, IEnumerable<VocabularyLine> lines, LabelGraphImport import, VocabularyRules rules, LabelGraphPlan plan)
    {
        if (import.Label is { } unknown && snapshot.FindLabel(unknown) is null)
        {
            plan.Refuse(new LabelGraphIssue($"There is no label '{unknown}'; add it first", Label: unknown));
            return;
        }

        var relations = new Dictionary<WordRelation, double>();
        var (unweighted, repeated) = (0, 0);
        foreach (var line in lines)
        {
            if (ReadRelation(snapshot, line, import, plan) is not { } relation || ReadWeight(line, plan) is not { } weight)
                continue;
            if (line.Weight is null)
                unweighted++;
            if (relations.TryAdd(relation, weight))
                rules.Check(relation.Word, relation.Label, line.Line, plan.Warnings);
            else
                (relations[relation], repeated) = (Math.Max(relations[relation], weight), repeated + 1);
        }

        if (relations.Count == 0 && plan.ErrorCount == 0)
            plan.Refuse(new LabelGraphIssue("The file holds no word"));
        if (plan.ErrorCount > 0)
            return;
        Summarise(unweighted, $"lines name no weight; {GraphNames.DefaultWeight.ToString(CultureInfo.InvariantCulture)} was taken", plan);
        Summarise(repeated, "lines repeat a word of the same label; the highest weight was taken", plan);
        plan.Changes = Compare(snapshot, relations, import);
    }

    private static LabelGraphChanges Compare(LabelGraphSnapshot snapshot, Dictionary<WordRelation, double> relations, LabelGraphImport import)
    {
        var changes = new LabelGraphChangesBuilder(snapshot);
        foreach (var ((word, label), weight) in relations)
            changes.PutWord(word, label, weight);
        if (!import.Replace)
            return changes.Build();

        var replaced =
            from label in snapshot.Labels
            where import.Label is null || label.Title == import.Label
            from word in label.Words
            select new WordRelation(word, label.Title);
        foreach (var (word, label) in replaced.Where(relation => !relations.ContainsKey(relation)))
            changes.RemoveWord(word, label);
        return changes.Build();
    }

    private static WordRelation? ReadRelation(LabelGraphSnapshot snapshot, VocabularyLine line, LabelGraphImport import, LabelGraphPlan plan)
    {
        var title = line.Label ?? import.Label;
        var reason = GraphNames.WhyNot(line.Word, "word") ?? title switch
        {
            null => "The line names no label",
            _ when snapshot.FindLabel(title) is null => $"There is no label '{title}'; add it first",
            _ when import is { Replace: true, Label: { } only } && title != only => $"Only the words of '{only}' are replaced; this line is for '{title}'",
            _ => null,
        };
        if (reason is null)
            return new WordRelation(line.Word, title!);
        plan.Refuse(new LabelGraphIssue(reason, line.Line, title, line.Word));
        return null;
    }

    private static double? ReadWeight(VocabularyLine line, LabelGraphPlan plan)
    {
        if (line.Weight is null)
            return GraphNames.DefaultWeight;
        if (double.TryParse(line.Weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && GraphNames.IsWeight(weight))
            return weight;
        plan.Refuse(new LabelGraphIssue($"The weight '{line.Weight}' is not a number above 0 and at most 1", line.Line, line.Label, line.Word));
        return null;
    }

    private static void Summarise(int count, string what, LabelGraphPlan plan)
    {
        if (count > 0)
            plan.Warnings.Add(what, new LabelGraphIssue(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}")));
    }
}
