using System.Text.Json.Nodes;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;
using LabelPlatform.Tests.Trainer;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>It decides about words with more than one label, as 上单 in the sample graph: LOL 0.75, 王者农药 0.7.</summary>
public sealed class When_there_is_a_model : IAsyncDisposable
{
    private readonly AllInOneApplication _application = new();

    [Theory]
    [InlineData(0.9f, "LOL model 0.9, 王者农药 graph 0.7")]
    [InlineData(0.1f, "王者农药 graph 0.7")]
    public async Task Should_ask_it_where_a_word_is_ambiguous(float probability, string expected)
    {
        PublishModel(probability);

        var item = await _application.LabelAsync("他玩上单", ""","include":["evidence"]""");

        item["degraded"]!.AsArray().ShouldBeEmpty();
        string.Join(", ", item["labels"]!.AsArray().Select(label => Describe(label!["label"]!, label["evidence"]![0]!))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("周末的时候我弟弟开黑打团战，大家都说好", "影视 graph, 游戏 model")]
    [InlineData("周末的时候我弟弟买票去看首映，大家都说好", "影视 graph")]
    public async Task Should_ask_one_that_Trainer_left(string text, string expected)
    {
        using var job = new TrainerJob();
        var models = new ModelFolder(_application.Models);
        Directory.CreateDirectory(models.BasePath("game"));
        job.Json["output"] = Path.Combine(models.BasePath("game"), "7");
        job.Run().ExitCode.ShouldBe(0);
        models.WriteConfig([("game", [7L])]);
        await _application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=弟弟&label=游戏&weight=0.7");
        await _application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=弟弟&label=影视&weight=0.7");

        var item = await _application.LabelAsync(text, ""","include":["evidence"]""");

        item["degraded"]!.AsArray().ShouldBeEmpty();
        var decided = item["labels"]!.AsArray().SelectMany(label => label!["evidence"]!.AsArray().Where(evidence => evidence!["word"]!.GetValue<string>() == "弟弟")
            .Select(evidence => $"{label["label"]} {evidence!["source"]}"));
        string.Join(", ", decided.Order(StringComparer.Ordinal)).ShouldBe(expected);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static string Describe(JsonNode label, JsonNode evidence) =>
        FormattableString.Invariant($"{label} {evidence["source"]} {Math.Round(evidence["value"]!.GetValue<double>(), 6)}");

    private void PublishModel(float probability)
    {
        var models = new ModelFolder(_application.Models);
        models.AddVersion("lol", 7, "LOL", ["上单"]);
        SavedModelWriter.Write(ConstantModel.Of(probability), Path.Combine(models.BasePath("lol"), "7"));
        models.WriteConfig([("lol", [7L])]);
    }
}
