using LabelPlatform.Testing;
using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public class EmbeddingFeaturesTests
{
    [Theory]
    [InlineData("synthetic/food")]
    [InlineData("synthetic/sports")]
    [InlineData("headlines/game")]
    [InlineData("headlines/car")]
    public void Extract_EveryGoldenRow_EqualsKeras(string name)
    {
        var golden = KerasGoldens.Get(name);
        var features = new EmbeddingFeatures(new WordIndex(golden.Words()), new NgramTable(golden.Ngrams()), golden.Options);

        foreach (var split in new[] { "train", "test" })
        {
            var rows = golden.Rows(split);
            var expected = golden.Features(split);
            rows.Count.ShouldBe(expected.Count);
            for (var i = 0; i < rows.Count; i++)
            {
                Extract(features, rows[i]).ShouldBe(expected[i], $"{split} row {i}");
                ExtractFromText(features, rows[i]).ShouldBe(expected[i], $"{split} row {i}, words as ranges of a text");
            }
        }
    }

    [Theory]
    [InlineData("synthetic/food")]
    [InlineData("synthetic/sports")]
    [InlineData("headlines/game")]
    [InlineData("headlines/car")]
    public void Stages_EveryGoldenTestRow_EqualKeras(string name)
    {
        var golden = KerasGoldens.Get(name);
        var index = new WordIndex(golden.Words());
        var ngrams = new NgramTable(golden.Ngrams());

        foreach (var (words, (sequence, padded, withNgrams)) in golden.Rows("test").Zip(golden.TestStages()))
        {
            var ids = words.Select(word => index.Find(word)).Where(id => id != 0).ToArray();
            ids.ShouldBe(sequence);

            var row = new int[2 * golden.Options.Cutlen];
            Padding.Fit(ids, row.AsSpan(0, golden.Options.Cutlen));
            row.Take(golden.Options.Cutlen).ShouldBe(padded);

            var length = ngrams.Append(row, golden.Options.Cutlen, golden.Options.NgramRange);
            row.Take(length).ShouldBe(withNgrams);
        }
    }

    [Fact]
    public void Extract_MoreWordsThanCutlen_KeepsTheLast()
    {
        var features = new EmbeddingFeatures(new WordIndex(["一", "二", "三", "四"]), new NgramTable([]), new EmbeddingFeatureOptions(2, 2, 10, 3));

        Extract(features, ["一", "未知", "二", "三", "未知", "四"]).ShouldBe([0, 3, 4]);
    }

    [Fact]
    public void Extract_NoKnownWord_IsAllPaddingWhateverTheRowHeld()
    {
        var features = new EmbeddingFeatures(new WordIndex(["一"]), new NgramTable([]), new EmbeddingFeatureOptions(2, 2, 10, 4));
        int[] row = [7, 7, 7, 7];

        features.Extract([], row);

        row.ShouldBe([0, 0, 0, 0]);
    }

    [Theory]
    [InlineData(0, 2, 3, "cutlen")]
    [InlineData(12, 0, 3, "ngramRange")]
    [InlineData(12, 2, 0, "maxlen")]
    [InlineData(70_000, 2, 3, "cutlen")]
    public void New_MeasureOutOfRange_NamesIt(int cutlen, int ngramRange, int maxlen, string measure) =>
        Should.Throw<ArgumentException>(() =>
                new EmbeddingFeatures(new WordIndex([]), new NgramTable([]), new EmbeddingFeatureOptions(cutlen, ngramRange, 10, maxlen)))
            .Message.ShouldContain(measure);

    private static int[] Extract(EmbeddingFeatures features, IReadOnlyList<string> words)
    {
        var row = new int[features.Length];
        features.Extract(words, row);
        return row;
    }

    private static int[] ExtractFromText(EmbeddingFeatures features, IReadOnlyList<string> words)
    {
        var ranges = new List<Range>();
        var end = 0;
        foreach (var word in words)
            ranges.Add(end..(end += word.Length));
        var row = new int[features.Length];
        features.Extract(string.Concat(words), ranges.ToArray(), row);
        return row;
    }
}
