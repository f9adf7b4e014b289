using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.Segmentation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Segmentation;

public sealed class SegmenterTests
{
    private static readonly string[] Pieces =
    [
        "中", "国", "的", "一", "研究生", "王者荣耀", "龘", "\u9FD5", "\u9FD6", "𠮷", "😀", "👨‍👩‍👧", "e\u0301", "a", "Z", "0", "9", ".", "%", "+", "#", "&", "_", "-",
        " ", "\u3000", "\r", "\n", "\r\n", "\t", "\0", "，", "。", "Ａ", "１", "カ", "한", "\uD83D", "\uDE00", "\uFFFF",
    ];

    private static readonly Arbitrary<string> Texts =
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(string.Concat),
            Gen.Choose(0, char.MaxValue).Select(unit => (char)unit).ListOf().Select(string.Concat),
            Gen.Choose(Characters.FirstHan, Characters.LastHan).Select(unit => (char)unit).ListOf().Select(string.Concat))
        .ToArbitrary();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cut_AnyText_CoversItWithoutGaps(bool hmm) => Prop.ForAll(Texts, text =>
    {
        int point = 0;
        int unit = 0;
        foreach (var word in Segmenter.Default.Cut(text, hmm))
        {
            word.Start.ShouldBe(point);
            word.CharStart.ShouldBe(unit);
            word.CharLength.ShouldBePositive();
            word.Length.ShouldBe(CodePoints(text.AsSpan(word.CharStart, word.CharLength)));
            point += word.Length;
            unit += word.CharLength;
        }

        unit.ShouldBe(text.Length);
        point.ShouldBe(CodePoints(text));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_LongBlock_NeedsNoStackNorSpaces()
    {
        string text = new('天', 200_000);

        Segmenter.Default.Cut(text).Sum(word => word.Length).ShouldBe(200_000);
    }

    [Fact]
    public void Cut_IntoList_Appends()
    {
        var words = new List<Word>();
        Segmenter.Default.Cut("天空", words);
        Segmenter.Default.Cut("高山", words);

        words.ShouldBe([new Word(0, 2, 0, 2), new Word(0, 2, 0, 2)]);
    }

    [Fact]
    public void Cut_EmptyText_HasNoWords() => Segmenter.Default.Cut("").ShouldBeEmpty();

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (Rune _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
