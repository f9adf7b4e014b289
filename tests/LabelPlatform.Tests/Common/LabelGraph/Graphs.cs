using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.Tests.Common.LabelGraph;

/// <summary>Small graphs to test on.</summary>
internal static class Graphs
{
    /// <summary>The original's tree: 18 labels, 17 relations.</summary>
    public static readonly (string Parent, string[] Children)[] OriginalTree =
    [
        ("泛娱乐", ["明星", "时尚", "游戏", "影视", "音乐", "美妆"]),
        ("游戏", ["LOL", "王者农药", "吃鸡"]),
        ("影视", ["喜剧", "综艺", "科幻", "恐怖"]),
        ("音乐", ["摇滚乐", "民谣", "Rap", "流行乐"]),
    ];

    public static LabelGraphSnapshot Original(params (string Word, string Label, double Weight)[] words) => Of(OriginalTree, words);

    public static LabelGraphSnapshot Of(
        IEnumerable<(string Parent, string[] Children)> tree,
        IEnumerable<(string Word, string Label, double Weight)>? words = null,
        long version = 1)
    {
        var builder = new LabelGraphSnapshotBuilder(["泛娱乐"]);
        foreach (var (parent, children) in tree)
        {
            builder.AddLabel(parent);
            foreach (var child in children)
                builder.AddParent(child, parent);
        }

        foreach (var (word, label, weight) in words ?? [])
            builder.AddWord(word, label, weight);
        return builder.Build(version);
    }
}
