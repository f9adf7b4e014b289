using System.Text;
using System.Text.Unicode;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;

namespace LabelPlatform.LabelGraph.Importing;

internal static class Utf8Text
{
    /// <summary>The text without its byte order mark, or null when it is no UTF-8; then every bad line is in the plan.</summary>
    public static string? Decode(ReadOnlySpan<byte> content, LabelGraphPlan plan)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
            content = content[Encoding.UTF8.Preamble.Length..];
        if (Utf8.IsValid(content))
            return Encoding.UTF8.GetString(content);

        var line = 0;
        foreach (var range in content.Split((byte)'\n'))
        {
            line++;
            if (!Utf8.IsValid(content[range]))
                plan.Refuse(new LabelGraphIssue("The line is not UTF-8; save the file as UTF-8 (not GBK, not UTF-16)", line));
        }

        return null;
    }
}
