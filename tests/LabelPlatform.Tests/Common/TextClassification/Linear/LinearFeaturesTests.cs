using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class LinearFeaturesTests
{
    [Fact]
    public void Extract_AnyText_GivesTheSetOfItsFeatures() =>
        Prop.ForAll(SomeTexts.Generator.ToArbitrary(), text =>
        {
            var builder = new FeatureTableBuilder();
            builder.Add(text);
            var table = builder.Build(new FeatureTableOptions { MinDocuments = 1 });

            return Extract(table, text).SetEquals(SlowFeatures.Of(text)) && table.Count == SlowFeatures.Of(text).Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Extract_UnknownFeatures_AreLeftOut()
    {
        var builder = new FeatureTableBuilder();
        builder.Add("股市大跌");
        var table = builder.Build(new FeatureTableOptions { MinDocuments = 1 });

        Extract(table, "股王").ShouldBe([(FeatureKind.Ngram, "\u0002股"), (FeatureKind.Ngram, "股")], ignoreOrder: true);
        Extract(table, "").ShouldBeEmpty();
    }

    [Fact]
    public void Extract_Ids_AreAscendingAndDistinct()
    {
        var texts = SomeTexts.Create(200);
        var features = new LinearFeatures(FeatureTables.Of(texts, minDocuments: 2));
        var ids = new int[LinearFeatures.MaxIds];

        foreach (var text in texts)
        {
            var found = ids.AsSpan(0, features.Extract(text, ids)).ToArray();
            found.ShouldBe(found.Distinct().Order());
        }
    }

    [Fact]
    public void Extract_AtWork_AllocatesNothing()
    {
        var texts = SomeTexts.Create(100);
        var features = new LinearFeatures(FeatureTables.Of(texts, minDocuments: 1));
        var ids = new int[LinearFeatures.MaxIds];
        foreach (var text in texts)
            features.Extract(text, ids);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts)
            features.Extract(text, ids);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static HashSet<(FeatureKind Kind, string Characters)> Extract(FeatureTable table, string text)
    {
        var ids = new int[LinearFeatures.MaxIds];
        var count = new LinearFeatures(table).Extract(text, ids);
        return [.. ids.Take(count).Select(id => (table.KindOf(id), table.CharactersOf(id).ToString()))];
    }
}
