using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Inference;
using LabelPlatform.ModelVersions;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public class TextWordsTests
{
    [Fact]
    public void Of_Kept_AreThoseThatPreprocessKept()
    {
        var words = Words("😋我喜欢𠮷野家", new(1, 1, false), new(2, 2, true), new(4, 3, true));

        Texts(words, WordSource.Kept).ShouldBe(["喜欢", "𠮷野家"]);
        words.Kept.ShouldBe(["喜欢", "𠮷野家"]);
    }

    [Fact]
    public void Of_Base_IsTheWholeCutWithoutFilters() =>
        // python3-jieba: list(jieba.cut("我来到北京清华大学。"))
        Texts(Words("我来到北京清华大学。", new SegmentedWord(0, 3, true)), WordSource.Base).ShouldBe(["我", "来到", "北京", "清华大学", "。"]);

    [Fact]
    public void Of_Base_EndsAfter200CodePoints() =>
        Texts(Words(string.Concat(Enumerable.Repeat("😋", 300))), WordSource.Base).Sum(word => word.EnumerateRunes().Count()).ShouldBe(200);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(9, 1)]
    [InlineData(0, -1)]
    [InlineData(-1, 2)]
    public void Of_WordsThatDoNotFit_AreRefused(int start, int length) =>
        Should.Throw<PredictionException>(() => Texts(Words("电影院", new SegmentedWord(start, length, true)), WordSource.Kept));

    [Fact]
    public void Of_WordsOutOfOrder_AreRefused() =>
        Should.Throw<PredictionException>(() => Texts(Words("电影院", new(1, 2, true), new(0, 1, true)), WordSource.Kept));

    private static TextWords Words(string text, params SegmentedWord[] words) => new(new TextToPredict(text, words, [], default));

    private static string[] Texts(TextWords words, WordSource source) => [.. words.Of(source).ToArray().Select(word => words.Text[word])];
}
