using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>Reads <c>parent, label</c> lines, separated by a tab. A line without a parent names a root. The header is optional.</summary>
internal static class TreeTsvReader
{
    public static List<TreeLine> Read(string text, LabelGraphPlan plan)
    {
        var lines = new List<TreeLine>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var fields = line.TrimEnd('\r').Split('\t', StringSplitOptions.TrimEntries);
            if (Array.TrueForAll(fields, field => field.Length == 0) || (number == 1 && IsHeader(fields)))
                continue;
            if (fields.Length > 2 && fields.Skip(2).Any(field => field.Length > 0))
                plan.Warnings.Add("lines with more than two columns", new LabelGraphIssue("Only the first two columns, parent and label, were read", number));
            lines.Add(fields.Length == 1 ? new TreeLine(number, null, fields[0]) : new TreeLine(number, fields[0].Length > 0 ? fields[0] : null, fields[1]));
        }

        return lines;
    }

    private static bool IsHeader(string[] fields) =>
        fields.Length >= 2
        && fields[0].Equals("parent", StringComparison.OrdinalIgnoreCase)
        && fields[1].Equals("label", StringComparison.OrdinalIgnoreCase);
}
