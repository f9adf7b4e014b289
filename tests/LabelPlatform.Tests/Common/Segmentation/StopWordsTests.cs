using LabelPlatform.Segmentation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Segmentation;

public sealed class StopWordsTests
{
    [Fact]
    public void Contains_TheOriginalsExample_LeavesTheOriginalsWords()
    {
        const string text = "我的眼睛很大很大,可以装得下天空，装得下高山，装得下大海，装得下整个世界；"
            + "我的眼睛又很小很小，有心事时，就连两行眼泪，也装不下.";

        var kept = Segmenter.Default.Cut(text)
            .Where(word => word.Length > 1)
            .Select(word => text.Substring(word.CharStart, word.CharLength))
            .Where(word => !StopWords.Default.Contains(word));

        kept.ShouldBe([
            "眼睛", "很大", "很大", "装得", "天空", "装得", "高山", "装得", "大海", "装得", "整个", "世界",
            "眼睛", "很小", "很小", "心事", "两行", "眼泪", "装不下",
        ]);
    }

    [Theory]
    [InlineData("可以")]
    [InlineData("就连")]
    [InlineData("我们")]
    [InlineData("，")]
    [InlineData("the")]
    public void Contains_FunctionWord_IsTrue(string word) => StopWords.Default.Contains(word).ShouldBeTrue();

    [Theory]
    [InlineData("整个")]
    [InlineData("电影")]
    [InlineData("喜欢")]
    [InlineData("")]
    public void Contains_ContentWord_IsFalse(string word) => StopWords.Default.Contains(word).ShouldBeFalse();

    [Fact]
    public void Constructor_BlanksAndRepeats_CountOnce() => new StopWords([" 的 ", "的", "", "  ", "了"]).Count.ShouldBe(2);
}
