using System.Text;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Exporting;

/// <summary>Writes a part of the graph as a file that the import reads back to the same.</summary>
public static class LabelGraphExporter
{
    /// <summary>The file, UTF-8; null when the part cannot be written in that format.</summary>
    public static byte[]? Write(LabelGraphSnapshot snapshot, LabelGraphPart part, LabelGraphFormat format)
    {
        var text = (part, format) switch
        {
            (LabelGraphPart.Tree, LabelGraphFormat.Json) => LabelStructureWriter.Write(snapshot),
            (LabelGraphPart.Tree, LabelGraphFormat.Tsv) => TreeTsvWriter.Write(snapshot),
            (LabelGraphPart.Vocabulary, LabelGraphFormat.Csv) => VocabularyCsvWriter.Write(snapshot),
            _ => null,
        };
        return text is null ? null : Encoding.UTF8.GetBytes(text);
    }
}
