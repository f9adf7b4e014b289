using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class FeatureTableBuilderTests
{
    private static readonly string[] Texts = SomeTexts.Create(500);

    [Fact]
    public void Build_Texts_KeepsWhatIsInEnoughOfThem()
    {
        var expected = SlowFeatures.Count(Texts).Where(feature => feature.Value >= 3).Select(feature => feature.Key);

        var table = FeatureTables.Of(Texts);

        Enumerable.Range(1, table.Count).Select(id => (table.KindOf(id), table.CharactersOf(id).ToString())).ShouldBe(expected, ignoreOrder: true);
        for (var id = 1; id <= table.Count; id++)
            table.Find(table.KindOf(id), table.CharactersOf(id)).ShouldBe(id);
    }

    [Fact]
    public void Build_Texts_WeighsByRarity()
    {
        var counts = SlowFeatures.Count(Texts);

        var table = FeatureTables.Of(Texts);

        table.Idf[0].ShouldBe(0);
        table.Documents.ShouldBe(Texts.Length);
        for (var id = 1; id <= table.Count; id++)
        {
            var count = counts[(table.KindOf(id), table.CharactersOf(id).ToString())];
            table.Idf[id].ShouldBe((float)(Math.Log(501.0 / (count + 1)) + 1), 1e-6f);
        }
    }

    [Fact]
    public void Build_MoreThanAreWanted_KeepsTheMostFrequent()
    {
        var counts = SlowFeatures.Count(Texts).Values.OrderDescending().ToArray();

        var table = FeatureTables.Of(Texts, maxFeatures: 20);

        table.Count.ShouldBe(20);
        table.Idf[20].ShouldBe((float)(Math.Log(501.0 / (counts[19] + 1)) + 1), 1e-6f);
        table.Idf[1..].ToArray().ShouldBeInOrder();
    }

    [Fact]
    public void Find_PairOfCharactersThatIsAWordToo_TellsThemApart()
    {
        var table = FeatureTables.Of(["皮肤"], minDocuments: 1);

        table.Find(FeatureKind.Word, "皮肤").ShouldNotBe(table.Find(FeatureKind.Ngram, "皮肤"));
        table.Find(FeatureKind.Word, "皮").ShouldBe(0);
    }
}
