using System.Text.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels;

/// <summary>Odd inputs, which TensorFlow's runtime was asked too: ids out of range, other widths, nothing at all.</summary>
public class ServingCallTests
{
    public static IEnumerable<TheoryDataRow<string, int>> Calls()
    {
        if (SharedFolder.Find("keras-goldens", "synthetic", "food", "serving_calls.json") is null)
            return [new TheoryDataRow<string, int>("", 0)];
        return Models().SelectMany(model => Enumerable.Range(0, model.GetProperty("calls").GetArrayLength())
            .Select(call => new TheoryDataRow<string, int>(model.GetProperty("model").GetString()!, call)));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Run_OddInput_DoesWhatTensorFlowDid(string name, int number)
    {
        var folder = SharedFolder.Get("keras-goldens", "synthetic", "food");
        var expected = Models().Single(model => model.GetProperty("model").GetString() == name);
        var call = expected.GetProperty("calls")[number];
        var model = SavedModel.Load(Path.Combine(folder, name));
        var inputs = new Dictionary<string, Tensor> { [expected.GetProperty("input").GetString()!] = Input(expected, call) };

        if (call.TryGetProperty("error", out _))
        {
            var error = Should.Throw<SavedModelException>(() => model.Run(SavedModel.DefaultSignature, inputs));
            error.Code.ShouldBe(StatusCode.InvalidArgument);
            error.Message.ShouldStartWith(call.GetProperty("message").GetString()!.Split('\n')[0]);
        }
        else
        {
            var output = (Tensor<float>)model.Run(SavedModel.DefaultSignature, inputs)[expected.GetProperty("output").GetString()!];
            output.Shape.Dimensions.ToArray().ShouldBe(call.GetProperty("output_shape").EnumerateArray().Select(size => size.GetInt32()));
            JsonTensors.Values(output).ShouldBeWithin(1e-6, JsonTensors.Values(call.GetProperty("output")));
        }
    }

    private static Tensor Input(JsonElement model, JsonElement call)
    {
        var type = model.GetProperty("dtype").GetString() switch
        {
            "float32" => DataType.DtFloat,
            "int32" => DataType.DtInt32,
            "int64" => DataType.DtInt64,
            var other => throw new InvalidDataException($"The reference data have an input of type {other}."),
        };
        return JsonTensors.Read(
            call.GetProperty("input"), type, new TensorShape([.. call.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())]));
    }

    private static JsonElement[] Models()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Get("keras-goldens", "synthetic", "food", "serving_calls.json")));
        return [.. document.RootElement.Clone().GetProperty("models").EnumerateArray()];
    }
}
