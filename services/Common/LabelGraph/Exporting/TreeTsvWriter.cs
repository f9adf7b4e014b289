using System.Text;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.LabelGraph.Exporting;

/// <summary>Writes <c>parent, label</c> lines, top-down, with a header.</summary>
internal static class TreeTsvWriter
{
    public static string Write(LabelGraphSnapshot snapshot)
    {
        var text = new StringBuilder("parent\tlabel\n");
        foreach (var label in TopDown.Levels(snapshot).SelectMany(level => level))
        {
            foreach (var parent in label.Parents.DefaultIfEmpty(""))
                text.Append(parent).Append('\t').Append(label.Title).Append('\n');
        }

        return text.ToString();
    }
}
