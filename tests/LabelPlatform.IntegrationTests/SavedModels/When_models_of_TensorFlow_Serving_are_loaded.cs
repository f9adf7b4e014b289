using System.Text.Json.Nodes;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.IntegrationTests.SavedModels;

/// <summary>The models that TensorFlow Serving and TensorFlow's Rust and Java bindings are tested with.</summary>
public class When_models_of_TensorFlow_Serving_are_loaded
{
    /// <summary>Signatures that TensorFlow answers and we do not, and why.</summary>
    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["saved_model_counter incr_counter_by"] = "writes a variable: answers would depend on earlier requests",
        ["regression_savedmodel train"] = "writes a variable: answers would depend on earlier requests",
    };

    /// <summary>A model that TensorFlow loads and we do not: it is made of random numbers and convolutions, which no text classifier here has.</summary>
    private const string Convolutions = "saved_model_half_plus_two_mkl";

    public static TheoryData<string> Directories => [
        "tensorflow_serving/matrix_half_plus_two/1",
        "tensorflow_serving/saved_model_half_plus_two_cpu/00000123",
        "tensorflow_serving/saved_model_half_plus_two_2_versions/00000123",
        "tensorflow_serving/saved_model_half_plus_two_2_versions/00000124",
        "tensorflow_serving/saved_model_half_plus_three/00000123",
        "tensorflow_serving/saved_model_half_plus_two_tf2_cpu/00000123",
        "tensorflow_serving/saved_model_half_plus_two_cpu_with_saved_model_config/00000123",
        "tensorflow_serving/saved_model_half_plus_two_cpu_with_empty_saved_model_config/00000123",
        "tensorflow_serving/saved_model_half_plus_two_mlmd/00000123",
        "tensorflow_serving/saved_model_half_plus_two_gpu/00000123",
        "tensorflow_serving/saved_model_half_plus_two_mkl/00000123",
        "tensorflow_serving/saved_model_counter/00000123",
        "tensorflow_serving/bad_half_plus_two/00000123",
        "tensorflow_serving/tf_text_regression_partial/01",
        "tensorflow_rust/regression-model",
        "tensorflow_rust/regression_savedmodel",
        "tensorflow_java/saved_model_using_python/model",
    ];

    [Theory]
    [MemberData(nameof(Directories))]
    public async Task Should_load_what_TensorFlow_loads_and_refuse_the_rest(string directory)
    {
        var path = SharedFolder.Get("tfserving", "testdata", directory);
        var inspected = await TensorFlowCheck.InspectAsync(path);

        var error = Record.Exception(() => SavedModel.Load(path));

        if (directory.Contains(Convolutions, StringComparison.Ordinal))
            error.ShouldBeOfType<SavedModelException>().Code.ShouldBe(StatusCode.Unimplemented);
        else if (inspected["loads"]!.GetValue<bool>())
            error.ShouldBeNull();
        else
            error.ShouldBeOfType<SavedModelException>();
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public async Task Should_give_the_numbers_of_TensorFlow(string directory)
    {
        var path = SharedFolder.Get("tfserving", "testdata", directory);
        var model = Record.Exception(() => SavedModel.Load(path)) is null ? SavedModel.Load(path) : null;
        if (model is null)
            return; // Refused by both: see above.

        using var folder = new TemporaryFolder();
        System.IO.File.CreateSymbolicLink(Path.Combine(folder.Path, "1"), path);
        await using var server = await TensorFlowServer.StartNewAsync(new Dictionary<string, string> { ["model"] = folder.Path });
        using var tensorFlow = new TensorFlowClient(server.Url);
        foreach (var (name, signature) in model.Signatures)
        {
            if (signature.Inputs.Count == 0 || signature.Inputs.Values.Any(input => input.Dtype == DataType.DtString))
                continue; // Nothing that REST can ask for, or tf.Example for classify and regress.
            var inputs = signature.Inputs.ToDictionary(input => input.Key, Tensor (input) => Example(input.Value.TensorShape));
            var (outputs, error) = await tensorFlow.PredictAsync(
                "model", new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Key, (JsonNode?)JsonTensors.ToJson(input.Value)))), name);

            var result = Record.Exception(() => model.Run(name, inputs)) as SavedModelException;
            if (outputs is not { } expected)
            {
                result.ShouldNotBeNull($"TensorFlow refuses {name}: {error}");
            }
            else if (LeftOut.ContainsKey($"{Path.GetFileName(Path.GetDirectoryName(path))} {name}") || LeftOut.ContainsKey($"{Path.GetFileName(path)} {name}"))
            {
                result.ShouldNotBeNull(name).Code.ShouldBe(StatusCode.Unimplemented);
            }
            else
            {
                result.ShouldBeNull(name);
                JsonTensors.Values(model.Run(name, inputs).ShouldHaveSingleItem().Value).ShouldBeWithin(1e-6, JsonTensors.Values(expected));
            }
        }
    }

    [Theory]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_cpu/00000123")]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_tf2_cpu/00000123")]
    public void Should_refuse_a_version_without_its_variables(string directory)
    {
        using var folder = new TemporaryFolder();
        System.IO.File.Copy(SharedFolder.Get("tfserving", "testdata", directory, "saved_model.pb"), Path.Combine(folder.Path, "saved_model.pb"));

        var error = Should.Throw<SavedModelException>(() => SavedModel.Load(folder.Path));

        error.Code.ShouldBe(StatusCode.FailedPrecondition);
        error.Message.ShouldContain("variables");
    }

    // A tensor of the declared shape, unknown dimensions being 2; of unknown rank, a vector.
    private static Tensor<float> Example(TensorShapeProto? shape)
    {
        int[] dimensions = shape is null or { UnknownRank: true } ? [2] : [.. shape.Dim.Select(dim => dim.Size < 0 ? 2 : (int)dim.Size)];
        var tensor = new Tensor<float>(new TensorShape(dimensions));
        for (var i = 0; i < tensor.Length; i++)
            tensor.Values[i] = 1.5f * (i - 1);
        return tensor;
    }
}
