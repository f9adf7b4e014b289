using LabelPlatform.Segmentation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Segmentation;

public sealed class DictionaryMergerTests
{
    private static readonly Lexicon Base = JiebaData.Load().Lexicon;

    // python3 -c 'import jieba; jieba.initialize(); print(jieba.dt.total, jieba.dt.FREQ["的"], …)'
    [Theory]
    [InlineData("的", 318825)]
    [InlineData("一个", 142747)]
    [InlineData("B超", 3)]
    [InlineData("γ", 0)]
    [InlineData("γ射线", 3)]
    [InlineData("中华人民共和", 0)]
    [InlineData("中华人民共和国", 9989)]
    [InlineData("没有这个词", -1)]
    [InlineData("😀", -1)]
    public void Load_FrequencyOf_EqualsJieba(string word, long frequency) => Base.FrequencyOf(word).ShouldBe(frequency);

    [Fact]
    public void Load_Total_EqualsJieba() => Base.Total.ShouldBe(60101967);

    [Fact]
    public void Merge_ManyWordsInManySteps_HasTheLastFrequencyOfEach()
    {
        var random = new Random(1);
        var dictionary = Base.Dictionary;
        var expected = new Dictionary<string, long>();
        foreach (int count in (int[])[1, 10, 20_000, 3, 5_000])
        {
            var words = new WordTrie();
            for (int i = 0; i < count; i++)
            {
                string word = NextWord(random);
                long frequency = random.Next(100_000);
                words.Set(word, frequency, vocabulary: frequency % 2 == 0);
                expected[word] = frequency;
            }

            dictionary = DictionaryMerger.Merge(dictionary, words);
        }

        foreach (var (word, frequency) in expected)
        {
            dictionary.TryFind(word, out ulong node).ShouldBeTrue(word);
            dictionary.Frequencies[Node.FrequencyIndexOf(node)].ShouldBe(frequency, word);
            Node.IsVocabulary(node).ShouldBe(frequency % 2 == 0, word);
            dictionary.FrequencyOf(word + '\u0001').ShouldBe(-1);
        }

        var beginnings = expected.Keys.SelectMany(word => Enumerable.Range(1, word.Length).Select(length => word[..length])).ToHashSet();
        for (int i = 0; i < 100_000; i++)
        {
            string word = NextWord(random);
            if (!beginnings.Contains(word))
                dictionary.FrequencyOf(word).ShouldBe(Base.FrequencyOf(word), word);
        }
    }

    private static string NextWord(Random random)
    {
        char[] word = new char[1 + random.Next(4)];
        for (int i = 0; i < word.Length; i++)
            word[i] = random.Next(20) == 0 ? (char)random.Next(char.MaxValue) : (char)(Characters.FirstHan + random.Next(300));
        return new string(word);
    }
}
