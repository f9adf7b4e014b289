using LabelPlatform.Segmentation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Segmentation;

public sealed class JiebaParityTests
{
    private static readonly Segmenter WithUserDictionary = Segmenter.Default.WithUserDictionary(Golden.UserDictionary());

    [Fact]
    public void Cut_GoldenTexts_EqualsJieba() => ShouldCut(Segmenter.Default, hmm: true, golden => golden.Hmm);

    [Fact]
    public void Cut_GoldenTextsWithoutHmm_EqualsJieba() => ShouldCut(Segmenter.Default, hmm: false, golden => golden.Plain);

    [Fact]
    public void Cut_GoldenTextsWithUserDictionary_EqualsJieba() => ShouldCut(WithUserDictionary, hmm: true, golden => golden.UserHmm);

    [Fact]
    public void Cut_GoldenTextsWithUserDictionaryWithoutHmm_EqualsJieba() =>
        ShouldCut(WithUserDictionary, hmm: false, golden => golden.UserPlain);

    [Fact]
    public void Cut_OnManyThreads_EqualsJieba() =>
        Parallel.For(0, 40, _ => ShouldCut(Segmenter.Default, hmm: true, golden => golden.Hmm));

    [Fact]
    public void Cut_AllGoldenTextsAsOne_EqualsJieba()
    {
        // jieba cuts what is between line ends on its own, so a long text is the sum of its lines.
        var lines = Golden.Texts.Where(golden => !golden.Text.EndsWith('\r')).ToList();
        string text = string.Join('\n', lines.Select(golden => golden.Text));

        Segmenter.Default.CutToStrings(text).ShouldBe(lines.SelectMany((golden, i) => i == 0 ? golden.Hmm : ["\n", .. golden.Hmm]));
    }

    private static void ShouldCut(Segmenter segmenter, bool hmm, Func<GoldenText, string[]> expected)
    {
        Golden.Texts.Count.ShouldBeGreaterThanOrEqualTo(200);
        foreach (var golden in Golden.Texts)
            segmenter.CutToStrings(golden.Text, hmm).ShouldBe(expected(golden), golden.Text);
    }
}
