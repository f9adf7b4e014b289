using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Seed;

/// <summary>The models that the sample data is written for: every label of the sample graph that has sentences, and the name of its model.</summary>
public static class SampleModels
{
    public static IReadOnlyList<LabelToTrain> All { get; } =
    [
        new("LOL", "lol"),
        new("王者农药", "honor-of-kings"),
        new("吃鸡", "battle-royale"),
        new("明星", "celebrities"),
        new("时尚", "fashion"),
        new("美妆", "beauty"),
        new("喜剧", "comedy"),
        new("综艺", "variety-shows"),
        new("科幻", "science-fiction"),
        new("恐怖", "horror"),
        new("摇滚乐", "rock"),
        new("民谣", "folk"),
        new("Rap", "rap"),
        new("流行乐", "pop"),
    ];
}
