using System.Globalization;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Inference;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.Testing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.Inference;

/// <summary>The same trained network in every form that Keras and TensorFlow export, each as the model of a label of its own.</summary>
public sealed class When_models_are_served : IDisposable
{
    private const int TextsPerMessage = 64;
    private readonly ModelFolder _models = new();

    [Theory]
    [InlineData("synthetic/food", "tf2_named", "keras", "tf1_builder", "frozen", "frozen_int64", "export")]
    [InlineData("synthetic/sports", "tf2_named", "keras", "tf1_builder", "frozen")]
    [InlineData("headlines/game", "tf2_named", "keras", "tf1_builder", "frozen")]
    [InlineData("headlines/car", "tf2_named", "keras", "tf1_builder", "frozen")]
    public async Task Should_give_the_probabilities_of_Keras_from_TensorFlow(string name, params string[] exports)
    {
        Install(name, exports);
        await using var tensorFlow = await TensorFlowServer.StartNewAsync(_models.Config);
        await ShouldGiveTheProbabilitiesOfKeras(tensorFlow.Url, name, exports);
    }

    [Theory]
    [InlineData("synthetic/food", "tf2_named", "keras", "tf1_builder", "frozen", "frozen_int64", "export")]
    [InlineData("synthetic/sports", "tf2_named", "keras", "tf1_builder", "frozen")]
    [InlineData("headlines/game", "tf2_named", "keras", "tf1_builder", "frozen")]
    [InlineData("headlines/car", "tf2_named", "keras", "tf1_builder", "frozen")]
    public async Task Should_give_the_probabilities_of_Keras_from_ModelServer(string name, params string[] exports)
    {
        Install(name, exports);
        await using var server = new ServiceProcess("ModelServer", [new("ModelServer__ModelConfigFile", _models.Config)]);
        server.Start();
        await server.UntilReadyAsync(TimeSpan.FromSeconds(30));
        await ShouldGiveTheProbabilitiesOfKeras(server.Url, name, exports);
    }

    public void Dispose() => _models.Dispose();

    private async Task ShouldGiveTheProbabilitiesOfKeras(string server, string name, string[] exports)
    {
        var golden = KerasGoldens.Get(name);
        using var host = await StartInferenceAsync(server);

        foreach (var split in new[] { "train", "test" })
        {
            var expected = golden.Probabilities(split);
            var predicted = await PredictAsync(host, golden.Rows(split), exports);

            predicted.Count.ShouldBe(expected.Count);
            for (var row = 0; row < expected.Count; row++)
            {
                predicted[row].Failures.ShouldBeEmpty();
                predicted[row].Predictions.Select(prediction => prediction.Label).ShouldBe(exports);
                foreach (var prediction in predicted[row].Predictions)
                    prediction.Probability.ShouldBe(expected[row], 1e-6, $"{prediction.Model}, {split} row {row}");
            }
        }
    }

    private void Install(string name, string[] exports) =>
        _models.WriteConfig([.. exports.Select(export => (export, new[] { Install(KerasGoldens.Get(name), export) }))]);

    /// <summary>Puts an export and our files beside it into the model folder; the model and its label are named for the export.</summary>
    private long Install(KerasGolden golden, string export)
    {
        var version = new DirectoryInfo(Directory.GetDirectories(golden.SavedModel($"savedmodel_{export}")).Single());
        var number = long.Parse(version.Name, CultureInfo.InvariantCulture);
        _models.AddVersion(export, number, export, golden.Words(), golden.Ngrams(), golden.Options);
        foreach (var file in version.GetFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_models.BasePath(export), version.Name, Path.GetRelativePath(version.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        return number;
    }

    private async Task<IHost> StartInferenceAsync(string server)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("Inference:ModelsConfig", (string?)_models.Config),
            KeyValuePair.Create("Inference:Servers:0:Url", (string?)server),
            KeyValuePair.Create("Inference:ModelTimeoutMs", (string?)"30000")]);
        builder.AddServiceDefaults();
        builder.AddInference();
        builder.Services.AddMassTransitTestHarness(bus => bus.AddInferenceConsumers());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task<List<PredictedText>> PredictAsync(IHost host, IEnumerable<IReadOnlyList<string>> rows, string[] labels)
    {
        var client = host.Services.GetRequiredService<ITestHarness>().GetRequestClient<PredictLabels>();
        var predicted = new List<PredictedText>();
        foreach (var texts in rows.Select(words => Text(words, labels)).Chunk(TextsPerMessage))
        {
            var reply = await client.GetResponse<LabelsPredicted>(new PredictLabels(texts, new Dictionary<string, IReadOnlyList<string>>()));
            predicted.AddRange(reply.Message.Texts);
        }

        return predicted;
    }

    private static TextToPredict Text(IReadOnlyList<string> words, string[] labels)
    {
        var segmented = new List<SegmentedWord>();
        var start = 0;
        foreach (var word in words)
        {
            var length = word.EnumerateRunes().Count();
            segmented.Add(new SegmentedWord(start, length, Kept: true));
            start += length;
        }

        return new TextToPredict(string.Concat(words), [.. segmented], labels, DateTime.UtcNow.AddSeconds(30));
    }
}
