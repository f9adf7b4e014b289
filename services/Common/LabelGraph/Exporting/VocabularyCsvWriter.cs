using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Exporting;

/// <summary>Writes <c>word,label,weight</c> lines with a header, by label and word.</summary>
internal static class VocabularyCsvWriter
{
    public static string Write(LabelGraphSnapshot snapshot)
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        WriteLine("word", "label", "weight");
        foreach (var label in snapshot.Labels.OrderBy(label => label.Title, StringComparer.Ordinal))
        {
            foreach (var word in label.Words)
                WriteLine(word, label.Title, snapshot.FindWeight(word, label.Title)!.Value.ToString(CultureInfo.InvariantCulture));
        }

        csv.Flush();
        return text.ToString();

        void WriteLine(string word, string label, string weight)
        {
            csv.WriteField(word);
            csv.WriteField(label);
            csv.WriteField(weight);
            csv.NextRecord();
        }
    }
}
