using LabelPlatform.Testing;
using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_model_is_linear : IDisposable
{
    private readonly ModelFolder _models = new();

    [Fact]
    public async Task Should_ask_with_the_ids_of_its_features_and_padding_behind()
    {
        var table = Table("甲乙");
        _models.AddLinearVersion("movie", 7, "影视", table);
        _models.WriteConfig(("movie", [7]));
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.9], [0.25], [0.5]]}""");
        using var host = new InferenceHost(_models, server);

        var predicted = await host.PredictAsync([host.Text(["甲", "乙"], "影视"), host.Text(["乙"], "影视"), host.Text(["丙"], "影视")]);

        // The table was made of the first text; the second has its end, and the third nothing of it.
        int[] all = [.. Enumerable.Range(1, table.Count)];
        int[] some = [.. new[] { table.Find(FeatureKind.Ngram, "乙"), table.Find(FeatureKind.Ngram, "乙\u0003"), table.Find(FeatureKind.Word, "乙") }.Where(id => id > 0).Order()];
        (await server.NextAsync()).Body.ShouldBe($$"""{"instances":[{{Row(all)}},{{Row([.. some, .. new int[all.Length - some.Length]])}},{{Row(new int[all.Length])}}]}""");
        predicted.Select(text => text.Predictions.ShouldHaveSingleItem().Probability).ShouldBe([0.9, 0.25, 0.5]);
    }

    [Theory]
    [InlineData("sha256:0000", "base", "features.bin")]
    [InlineData(null, "kept", "base")]
    public async Task Should_refuse_it_when_its_features_are_not_those_of_its_training(string? hash, string words, string reason)
    {
        _models.AddLinearVersion("movie", 7, "影视", Table("甲乙"), hash, words);
        _models.WriteConfig(("movie", [7]));
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.9]]}""");
        using var host = new InferenceHost(_models, server);

        var predicted = (await host.PredictAsync([host.Text(["甲", "乙"], "影视")])).ShouldHaveSingleItem();

        predicted.Predictions.ShouldBeEmpty();
        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldContain(reason);
        server.Rest().ShouldBeEmpty();
    }

    public void Dispose() => _models.Dispose();

    private static string Row(int[] ids) => $"[{string.Join(',', ids)}]";

    private static FeatureTable Table(string text)
    {
        var builder = new FeatureTableBuilder();
        builder.Add(text);
        return builder.Build(new FeatureTableOptions { MinDocuments = 1 });
    }
}
