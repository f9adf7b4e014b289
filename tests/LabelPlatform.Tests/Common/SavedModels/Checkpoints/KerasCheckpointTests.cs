using System.Security.Cryptography;
using System.Text.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

public class KerasCheckpointTests
{
    [Theory]
    [InlineData("synthetic/food", 4)]
    [InlineData("synthetic/sports", 3)]
    [InlineData("headlines/game", 3)]
    [InlineData("headlines/car", 3)]
    public void Read_EveryVariableOfEveryExport_HasTheBytesThatTensorFlowReads(string name, int checkpoints)
    {
        var folder = KerasGoldens.Get(name).Folder;
        using var checks = Json(folder, "checks.json");

        var exports = checks.RootElement.GetProperty("saved_models").EnumerateObject()
            .Where(export => export.Value.GetProperty("variables").EnumerateObject().Any())
            .ToArray();

        exports.Length.ShouldBe(checkpoints);
        foreach (var export in exports)
        {
            using var checkpoint = CheckpointReader.Open(Path.Combine(folder, export.Name, "variables", "variables"));
            var variables = export.Value.GetProperty("variables").EnumerateObject().ToArray();
            checkpoint.Keys.ShouldBe(variables.Select(variable => variable.Name), ignoreOrder: true);
            foreach (var variable in variables)
                ShouldBe(checkpoint.Read(variable.Name), variable.Value, $"{export.Name}: {variable.Name}");
        }
    }

    [Theory]
    [InlineData("synthetic/food")]
    [InlineData("synthetic/sports")]
    [InlineData("headlines/game")]
    [InlineData("headlines/car")]
    public void Read_Weights_AreThoseOfKeras(string name)
    {
        var folder = KerasGoldens.Get(name).Folder;
        var version = Path.Combine(folder, "savedmodel_tf1_builder", "1571482447");
        using var checkpoint = CheckpointReader.Open(Path.Combine(version, "variables", "variables"));

        checkpoint.Read("embedding/embeddings").ToBytes().ShouldBe(NumPyData(folder, "embedding"));
        checkpoint.Read("dense/kernel").ToBytes().ShouldBe(NumPyData(folder, "dense_kernel"));
        checkpoint.Read("dense/bias").ToBytes().ShouldBe(NumPyData(folder, "dense_bias"));
    }

    /// <summary>Nobody wrote the weights of TensorFlow 1.14 down, but what they give: σ(mean(E[x]) · w + b).</summary>
    [Theory]
    [InlineData("food")]
    [InlineData("sports")]
    public void Read_WeightsOf2019_GiveThePredictionsOf2019(string label)
    {
        var folder = SharedFolder.Get("keras-goldens", "synthetic", "seed2019");
        using var checkpoint = CheckpointReader.Open(Path.Combine(folder, "model_train", label, "1571482447", "variables", "variables"));
        var embeddings = (Tensor<float>)checkpoint.Read("embedding_1/embeddings");
        var kernel = (Tensor<float>)checkpoint.Read("dense_1/kernel");
        var bias = (Tensor<float>)checkpoint.Read("dense_1/bias");
        // 160 steps of 122 or so rows in batches of 32, 40 times.
        ((Tensor<long>)checkpoint.Read("Adam/iterations")).Values.ToArray().ShouldBe([160]);
        checkpoint.Keys.Count.ShouldBe(17);

        using var expected = Json(folder, $"expected_{label}.json");
        foreach (var row in expected.RootElement.GetProperty("test").EnumerateArray())
        {
            var ids = row.GetProperty("features").EnumerateArray().Select(id => id.GetInt32()).ToArray();
            var logit = (double)bias.Values[0];
            for (var i = 0; i < kernel.Length; i++)
                logit += kernel.Values[i] * ids.Average(id => embeddings.Values[(id * kernel.Length) + i]);
            (1 / (1 + Math.Exp(-logit))).ShouldBe(row.GetProperty("p").GetDouble(), 1e-6);
        }
    }

    private static void ShouldBe(Tensor tensor, JsonElement expected, string name)
    {
        tensor.Type.ShouldBe(
            expected.GetProperty("dtype").GetString() switch
            {
                "float32" => DataType.DtFloat,
                "int64" => DataType.DtInt64,
                "string" => DataType.DtString,
                var type => throw new NotSupportedException(type),
            },
            name);
        tensor.Shape.Dimensions.ToArray().ShouldBe(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()), name);
        // There is none of strings.
        if (expected.GetProperty("sha256").GetString() is { } hash)
            Convert.ToHexStringLower(SHA256.HashData(tensor.ToBytes())).ShouldBe(hash, name);
    }

    /// <summary>What follows the header of a file in NumPy's format, version 1.</summary>
    private static byte[] NumPyData(string folder, string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, "weights", $"{name}.npy"));
        return bytes[(10 + BitConverter.ToUInt16(bytes, 8))..];
    }

    private static JsonDocument Json(string folder, string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
}
