using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.Segmentation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Segmentation;

public sealed class VocabularyTests
{
    private const string Alphabet = "天空中国人的大小上下王者荣耀aB3";

    // A vocabulary is a copy of the dictionary.
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(30);

    private static readonly Gen<string> Words = Gen.Elements(Alphabet.ToCharArray()).NonEmptyListOf().Resize(5).Select(string.Concat);

    private static readonly Gen<string> Texts = Gen.Elements(Alphabet.ToCharArray()).ListOf().Resize(60).Select(string.Concat);

    [Fact]
    public void WithVocabulary_Word_IsCutAsOne()
    {
        Segmenter.Default.CutToStrings("王者荣耀新赛季", hmm: false).ShouldBe(["王者", "荣耀", "新", "赛季"]);

        Segmenter.Default.WithVocabulary(["王者荣耀", "新赛季"]).CutToStrings("王者荣耀新赛季").ShouldBe(["王者荣耀", "新赛季"]);
    }

    [Fact]
    public void WithVocabulary_AnyOrderAndRepeats_CutsAlike() =>
        Prop.ForAll(Words.ListOf().ToArbitrary(), Texts.ToArbitrary(), (words, text) =>
        {
            var expected = Segmenter.Default.WithVocabulary(words).Cut(text);

            Segmenter.Default.WithVocabulary([.. words.AsEnumerable().Reverse(), .. words]).Cut(text).ShouldBe(expected);
        }).Check(Few);

    [Fact]
    public void AddAndRemoveWord_AnyEdits_CutLikeTheResultingSet() =>
        Prop.ForAll(Words.ListOf().ToArbitrary(), Words.ListOf().ToArbitrary(), Texts.ToArbitrary(), (initial, edits, text) =>
        {
            var segmenter = Segmenter.Default.WithVocabulary(initial);
            var words = initial.ToHashSet();
            foreach (string word in edits)
            {
                bool added = words.Add(word);
                segmenter = added ? segmenter.AddWord(word) : segmenter.RemoveWord(word);
                if (!added)
                    words.Remove(word);
            }

            var expected = Segmenter.Default.WithVocabulary(words);
            foreach (string cut in (string[])[text, .. initial, .. edits])
                segmenter.Cut(cut).ShouldBe(expected.Cut(cut), cut);
        }).Check(Few);

    [Fact]
    public void AddWord_MoreThanAreKeptAsEdits_CutsLikeTheResultingSet()
    {
        string[] words = [.. Enumerable.Range(0, 3_000).Select(Numbered)];
        var segmenter = Segmenter.Default.WithVocabulary(words[..500]);
        foreach (string word in words[500..])
            segmenter = segmenter.AddWord(word);
        foreach (string word in words[..1_500])
            segmenter = segmenter.RemoveWord(word);
        var expected = Segmenter.Default.WithVocabulary(words[1_500..]);

        foreach (string word in words)
            segmenter.CutToStrings(word).ShouldBe(expected.CutToStrings(word), word);
        segmenter.CutToStrings(words[^1]).ShouldBe([words[^1]]);
    }

    [Fact]
    public void AddWord_WordThatIsThere_ChangesNothing()
    {
        var segmenter = Segmenter.Default.WithVocabulary(["王者荣耀"]);

        segmenter.AddWord("王者荣耀").ShouldBeSameAs(segmenter);
        segmenter.AddWord("").ShouldBeSameAs(segmenter);
        segmenter.RemoveWord("荣耀").ShouldBeSameAs(segmenter);
        Segmenter.Default.RemoveWord("荣耀").ShouldBeSameAs(Segmenter.Default);
    }

    [Fact]
    public void RemoveWord_WordOfTheBaseDictionary_StaysAWord()
    {
        var segmenter = Segmenter.Default.AddWord("天空").RemoveWord("天空");

        segmenter.CutToStrings("天空", hmm: false).ShouldBe(["天空"]);
    }

    [Fact]
    public void RemoveWord_WordOfTheUserDictionary_StaysAWord()
    {
        var user = Segmenter.Default.WithUserDictionary(new UserDictionary([new UserDictionaryEntry("老铁没毛病")]));

        user.AddWord("老铁没毛病").RemoveWord("老铁没毛病").CutToStrings("老铁没毛病").ShouldBe(["老铁没毛病"]);
    }

    [Fact]
    public void WithVocabulary_Again_TakesThePlaceOfTheFirst()
    {
        var segmenter = Segmenter.Default.WithVocabulary(["王者荣耀"]).WithVocabulary(["新赛季"]);

        segmenter.CutToStrings("王者荣耀新赛季", hmm: false).ShouldBe(["王者", "荣耀", "新赛季"]);
    }

    [Fact]
    public void WithVocabulary_OddWords_AreSurvived()
    {
        string[] words = ["", " ", "a b", "·", "😀", "\uD83D", "约翰·史密斯", "\r\n", new string('长', 100_000), "\uFFFF", "C++"];
        var segmenter = Segmenter.Default.WithVocabulary(words);

        segmenter.CutToStrings("约翰·史密斯用C++").ShouldBe(["约翰", "·", "史密斯", "用", "C++"]);
        foreach (string word in words)
            segmenter = segmenter.RemoveWord(word);
        segmenter.CutToStrings("C++", hmm: false).ShouldBe(["C++"]);
    }

    [Fact]
    public void WithUserDictionary_AfterTheVocabulary_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => Segmenter.Default.AddWord("新赛季").WithUserDictionary(new UserDictionary([])))
            .Message.ShouldContain("before the vocabulary");

    private static string Numbered(int number) =>
        string.Concat(number.ToString("D4", CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0']));
}
