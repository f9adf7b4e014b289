using System.Text.Json.Nodes;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

/// <summary>The word 上单 is ambiguous in the sample graph: LOL 0.75, 王者农药 0.7. A model decides about LOL.</summary>
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

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static string Describe(JsonNode label, JsonNode evidence) =>
        FormattableString.Invariant($"{label} {evidence["source"]} {Math.Round(evidence["value"]!.GetValue<double>(), 6)}");

    // A network of zeros has only its bias.
    private void PublishModel(float probability)
    {
        var models = new ModelFolder(_application.Models);
        models.AddVersion("lol", 7, "LOL", ["上单"]);
        var bias = new Tensor<float>(new TensorShape(1), [MathF.Log(probability / (1 - probability))]);
        SavedModelWriter.Write(
            ClassifierModels.Embedding(new Tensor<float>(new TensorShape(20, 2)), new Tensor<float>(new TensorShape(2, 1)), bias),
            Path.Combine(models.BasePath("lol"), "7"));
        models.WriteConfig([("lol", [7L])]);
    }
}
