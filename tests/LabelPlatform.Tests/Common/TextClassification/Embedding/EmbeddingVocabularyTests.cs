using LabelPlatform.Testing;
using LabelPlatform.TextClassification.Embedding;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

public class EmbeddingVocabularyTests
{
    [Theory]
    [InlineData("synthetic/food")]
    [InlineData("synthetic/sports")]
    [InlineData("headlines/game")]
    [InlineData("headlines/car")]
    public void Fit_GoldenTexts_FindsKerasWordsAndNgrams(string name)
    {
        var golden = KerasGoldens.Get(name);

        var vocabulary = EmbeddingVocabulary.Fit(golden.Rows("train"), golden.Options.NgramRange, golden.Options.Cutlen);

        vocabulary.Words.ShouldBe(golden.Words());
        vocabulary.Ngrams.Select(ngram => string.Join(' ', ngram.Key)).ShouldBe(golden.Ngrams().Select(ngram => string.Join(' ', ngram.Key)), ignoreOrder: true);
        vocabulary.Ngrams.Select(ngram => ngram.Value).ShouldBe(Enumerable.Range(vocabulary.Words.Count + 1, vocabulary.Ngrams.Count));
        vocabulary.Rows.ShouldBe(1 + vocabulary.Words.Count + vocabulary.Ngrams.Count);
        vocabulary.Options.Cutlen.ShouldBe(golden.Options.Cutlen);
    }

    [Fact]
    public void Fit_NoCutlen_TakesWhatIsEnoughForNineTextsInTen()
    {
        string[][] texts = [.. Enumerable.Range(1, 11).Select(length => Enumerable.Repeat("词", length).ToArray())];

        EmbeddingVocabulary.Fit(texts).Options.Cutlen.ShouldBe(10);
        EmbeddingVocabulary.Fit([.. texts, [.. Enumerable.Repeat("词", 20)]]).Options.Cutlen.ShouldBe(11);
    }

    [Fact]
    public void CreateFeatures_TrainingTexts_FillTheWholeWidthOnce()
    {
        string[][] texts = [["我", "爱", "App"], ["我", "爱"], ["app"]];

        var vocabulary = EmbeddingVocabulary.Fit(texts, cutlen: 3);
        var row = new int[vocabulary.Options.Maxlen];
        vocabulary.CreateFeatures().Extract(texts[0], row);

        vocabulary.Words.ShouldBe(["我", "爱", "app"]);
        vocabulary.Ngrams.Select(ngram => ngram.Key).ShouldBe([[1, 2], [2, 3], [0, 1], [0, 3]]);
        row.ShouldBe([1, 2, 3, 4, 5]);
    }
}
