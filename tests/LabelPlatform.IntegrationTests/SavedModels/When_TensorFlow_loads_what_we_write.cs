using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.SavedModels;

public sealed class When_TensorFlow_loads_what_we_write : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("embedding")]
    [InlineData("masked")]
    [InlineData("linear")]
    public async Task Should_have_no_complaints(string kind)
    {
        var directory = Path.Combine(_folder.Path, "1");
        SavedModelWriter.Write(RandomModel(new Random(7), kind, out _), directory);

        var inspected = await TensorFlowCheck.InspectAsync(directory);

        inspected["loads"]!.GetValue<bool>().ShouldBeTrue(inspected.ToJsonString());
        inspected["signature_complaints"]!.AsObject().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("embedding", 1)]
    [InlineData("masked", 2)]
    [InlineData("linear", 3)]
    public async Task Should_give_the_same_probabilities(string kind, int seed)
    {
        var random = new Random(seed);
        var rows = new Dictionary<string, Tensor<int>>();
        for (var i = 0; i < 40; i++)
        {
            SavedModelWriter.Write(RandomModel(random, kind, out var vocabulary), Path.Combine(_folder.Path, $"model{i}", "1"));
            rows[$"model{i}"] = RandomRows(random, vocabulary);
        }

        await using var server = await TensorFlowServer.StartNewAsync(rows.Keys.ToDictionary(model => model, model => Path.Combine(_folder.Path, model)));
        using var tensorFlow = new TensorFlowClient(server.Url);
        foreach (var (name, ids) in rows)
        {
            var (expected, error) = await tensorFlow.PredictAsync(name, new JsonObject { ["input"] = JsonTensors.ToJson(ids) });
            var actual = SavedModel.Load(Path.Combine(_folder.Path, name, "1")).Run(SavedModel.DefaultSignature, new Dictionary<string, Tensor> { ["input"] = ids });

            error.ShouldBeNull();
            JsonTensors.Values(actual["income"]).ShouldBeWithin(1e-6, JsonTensors.Values(expected!.Value));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static SavedModelProto RandomModel(Random random, string kind, out int vocabulary)
    {
        vocabulary = random.Next(1, 3000);
        if (kind == "linear")
        {
            var table = RandomTensor(random, vocabulary, 2);
            table.Values[..2].Clear();
            // The squares are squares.
            for (var id = 0; id < vocabulary; id++)
                table.Values[(2 * id) + 1] *= table.Values[(2 * id) + 1];
            return ClassifierModels.Linear(table, scale: (random.NextSingle() * 8) - 4, shift: random.NextSingle() - 0.5f);
        }

        var (width, classes) = (random.Next(1, 130), random.Next(1, 4));
        var bias = new Tensor<float>(new TensorShape(classes), [.. RandomTensor(random, classes, 1).Values]);
        return ClassifierModels.Embedding(RandomTensor(random, vocabulary, width), RandomTensor(random, width, classes), bias, maskPadding: kind == "masked");
    }

    private static Tensor<float> RandomTensor(Random random, int rows, int columns)
    {
        var tensor = new Tensor<float>(new TensorShape(rows, columns));
        foreach (ref var value in tensor.Values)
            value = (float)((random.NextDouble() * 2) - 1);
        return tensor;
    }

    // As long as a text may be, with padding in front, and sometimes nothing else.
    private static Tensor<int> RandomRows(Random random, int vocabulary)
    {
        var rows = new Tensor<int>(new TensorShape(random.Next(1, 20), random.Next(1, 400)));
        for (var row = 0; row < rows.Shape[0]; row++)
        {
            for (var i = random.Next(rows.Shape[1] + 1); i < rows.Shape[1]; i++)
                rows.Values[(row * rows.Shape[1]) + i] = random.Next(vocabulary);
        }

        return rows;
    }
}
