using System.Text.Json;
using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.SavedModels;

/// <summary>Every operation gives what TensorFlow gives, and refuses what TensorFlow refuses.</summary>
public sealed class OperationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Run_EveryCase_GivesWhatTensorFlowGives()
    {
        var cases = OperationCases.All().Select((operation, number) => (Operation: operation, Model: $"case{number}")).ToArray();
        foreach (var (operation, model) in cases)
            SavedModelWriter.Write(operation.ToModel(), Path.Combine(_folder.Path, model, "1"));
        await using var server = await TensorFlowServer.StartNewAsync(cases.ToDictionary(pair => pair.Model, pair => Path.Combine(_folder.Path, pair.Model)));
        using var tensorFlow = new TensorFlowClient(server.Url);

        var differences = new List<string>();
        foreach (var (operation, model) in cases)
        {
            var inputs = operation.Inputs.Select((tensor, i) => KeyValuePair.Create($"in{i}", tensor)).ToDictionary();
            var (outputs, error) = await tensorFlow.PredictAsync(model, new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Key, (JsonNode?)JsonTensors.ToJson(input.Value)))));
            if (Difference(Path.Combine(_folder.Path, model, "1"), inputs, outputs, error) is { } difference)
                differences.Add($"{operation.Name}: {difference}");
        }

        differences.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static string? Difference(string directory, Dictionary<string, Tensor> inputs, JsonElement? expected, string? error)
    {
        try
        {
            var actual = SavedModel.Load(directory).Run(SavedModel.DefaultSignature, inputs)["out"];
            if (expected is not { } outputs)
                return $"TensorFlow refuses it ({error}), we give {actual.Shape} {string.Join(' ', JsonTensors.Values(actual))}";
            if (JsonTensors.Shape(outputs) != actual.Shape && actual.Length > 0)
                return $"TensorFlow gives {outputs}, we {actual.Shape} {string.Join(' ', JsonTensors.Values(actual))}";
            JsonTensors.Values(actual).ShouldBeWithin(1e-6, JsonTensors.Values(outputs));
            return null;
        }
        catch (SavedModelException exception)
        {
            return expected is null ? null : $"TensorFlow gives {expected}, we refuse it: {exception.Message}";
        }
        catch (ShouldAssertException exception)
        {
            return exception.Message;
        }
    }
}
