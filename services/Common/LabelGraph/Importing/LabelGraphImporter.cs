using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>Says what an import does to a snapshot, or every reason why it is not possible.</summary>
internal static class LabelGraphImporter
{
    public static LabelGraphPlan Plan(LabelGraphSnapshot snapshot, LabelGraphImport import, VocabularyRules rules)
    {
        var plan = new LabelGraphPlan();
        if (Utf8Text.Decode(import.Content.Span, plan) is not { } text)
            return plan;
        switch (import.Part, import.Format)
        {
            case (LabelGraphPart.Tree, LabelGraphFormat.Json):
                TreeImporter.Plan(snapshot, LabelStructureReader.Read(text, plan), import.Replace, plan);
                break;
            case (LabelGraphPart.Tree, LabelGraphFormat.Tsv):
                TreeImporter.Plan(snapshot, TreeTsvReader.Read(text, plan), import.Replace, plan);
                break;
            case (LabelGraphPart.Vocabulary, LabelGraphFormat.Csv):
                VocabularyImporter.Plan(snapshot, VocabularyCsvReader.Read(text, plan), import, rules, plan);
                break;
            case (LabelGraphPart.Vocabulary, LabelGraphFormat.Words):
                VocabularyImporter.Plan(snapshot, WordListReader.Read(text), import, rules, plan);
                break;
            default:
                plan.Refuse(new LabelGraphIssue($"A {import.Part} cannot be imported as {import.Format}: a tree is Json or Tsv, a vocabulary Csv or Words"));
                break;
        }

        return plan;
    }
}
