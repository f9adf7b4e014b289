using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>
/// Reads <c>word,label,weight</c> lines (RFC 4180, quotes allowed). Label and weight may be missing. A header may name the columns in
/// another order; it is told by its column <c>word</c>.
/// </summary>
internal static class VocabularyCsvReader
{
    private const int MaxFieldLength = 10_000;

    public static IEnumerable<VocabularyLine> Read(string text, LabelGraphPlan plan)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = MaxFieldLength,
            BadDataFound = bad => plan.Refuse(new LabelGraphIssue("A quote stands where none may", bad.Context.Parser!.RawRow)),
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        var (word, label, weight) = (0, 1, 2);
        for (var first = true; TryRead(parser, plan); first = false)
        {
            var fields = parser.Record!;
            if (first && IndexOf(fields, "word") is var named and >= 0)
                (word, label, weight) = (named, IndexOf(fields, "label"), IndexOf(fields, "weight"));
            else if (!Array.TrueForAll(fields, string.IsNullOrEmpty))
                yield return new VocabularyLine(parser.RawRow, Field(fields, word) ?? "", Field(fields, label), Field(fields, weight));
        }
    }

    private static bool TryRead(CsvParser parser, LabelGraphPlan plan)
    {
        try
        {
            return parser.Read();
        }
        catch (CsvHelperException)
        {
            plan.Refuse(new LabelGraphIssue($"A field is longer than {MaxFieldLength:N0} characters; is a closing quote missing?", parser.RawRow));
            return false;
        }
    }

    private static int IndexOf(string[] fields, string name) =>
        Array.FindIndex(fields, field => field.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? Field(string[] fields, int index) =>
        index >= 0 && index < fields.Length && fields[index].Length > 0 ? fields[index] : null;
}
