using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class FeatureRowsTests
{
    private static readonly string[] Texts = SomeTexts.Create(300);
    private static readonly LinearFeatures Features = new(FeatureTables.Of(Texts));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(500)]
    public void Create_Threads_GivesEveryTextItsRow(int threads)
    {
        var rows = FeatureRows.Create(Features, Texts, threads);

        rows.Count.ShouldBe(Texts.Length);
        var ids = new int[LinearFeatures.MaxIds];
        for (var row = 0; row < rows.Count; row++)
            rows.Ids(row).ToArray().ShouldBe(ids.Take(Features.Extract(Texts[row], ids)));
    }

    [Fact]
    public void Scale_Row_MakesItsLengthOne()
    {
        var rows = FeatureRows.Create(Features, Texts);

        for (var row = 0; row < rows.Count; row++)
        {
            var idf = rows.Ids(row).ToArray().Select(id => (double)Features.Table.Idf[id]).ToArray();
            var length = rows.Scale(row) * Math.Sqrt(idf.Sum(value => value * value));
            length.ShouldBe(idf.Length == 0 ? 0 : 1, 1e-6);
        }
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 0 })]
    [InlineData(new[] { 0, 1 }, new[] { 3 })]
    [InlineData(new[] { 0, 2 }, new[] { 1 })]
    [InlineData(new[] { 1, 1 }, new[] { 1 })]
    [InlineData(new int[0], new int[0])]
    public void New_ArraysThatDoNotFit_AreRefused(int[] offsets, int[] ids) =>
        Should.Throw<ArgumentException>(() => new FeatureRows(offsets, ids, [0, 1, 1]));
}
