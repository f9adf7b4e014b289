using System.Security.Cryptography;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>
/// The checkpoints of the tests of TensorFlow Serving, for Rust and for Java. The indexes of the first five have a Snappy block.
/// </summary>
public class ServingCheckpointTests
{
    private const string Value = "/.ATTRIBUTES/VARIABLE_VALUE";

    [Theory]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_cpu/00000123", "", 5, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_cpu_with_saved_model_config/00000123", "", 5, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_cpu_with_empty_saved_model_config/00000123", "", 5, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_mlmd/00000123", "", 5, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_tf2_cpu/00000123", Value, 4, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_2_versions/00000123", "", 3, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_2_versions/00000124", "", 3, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_gpu/00000123", "", 3, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_two_mkl/00000123", "", 9, 2)]
    [InlineData("tensorflow_serving/saved_model_half_plus_three/00000123", "", 3, 3)]
    public void Read_HalfPlus_HasItsConstants(string model, string suffix, int keys, float b)
    {
        using var checkpoint = Open(model);

        checkpoint.Keys.Count.ShouldBe(keys);
        Scalar(checkpoint, "a" + suffix).ShouldBe(0.5f);
        Scalar(checkpoint, "b" + suffix).ShouldBe(b);
        Scalar(checkpoint, "c" + suffix).ShouldBe(3);
        foreach (var key in checkpoint.Keys)
            checkpoint.Read(key).Length.ShouldBe(1);
    }

    [Fact]
    public void Read_OtherModels_HaveTheirVariables()
    {
        using var counter = Open("tensorflow_serving/saved_model_counter/00000123");
        Scalar(counter, "counter").ShouldBe(0);

        using var rust = Open("tensorflow_rust/regression_savedmodel");
        ((Tensor<float>)rust.Read("w" + Value)).Values.ToArray().ShouldBe([0.20429754f]);
        ((Tensor<float>)rust.Read("b" + Value)).Values.ToArray().ShouldBe([0f]);
        ((Tensor<long>)rust.Read("optimizer/iter" + Value)).Values.ToArray().ShouldBe([0L]);
        rust.Keys.Count.ShouldBe(7);

        // Numbers that a reader in Python finds.
        using var oldRust = Open("tensorflow_rust/regression-model");
        ((Tensor<float>)oldRust.Read("w")).Values.ToArray().ShouldBe([-0.8578622341156006f]);
        using var java = Open("tensorflow_java/saved_model_using_python/model");
        Scalar(java, "variable" + Value).ShouldBe(2);
    }

    // The file has nothing but this: the length in two bytes, its checksum in four, the string.
    [Fact]
    public void Read_ObjectGraph_IsTheString()
    {
        using var checkpoint = Open("tensorflow_serving/tf_text_regression_partial/01");
        var strings = checkpoint.Read("_CHECKPOINTABLE_OBJECT_GRAPH").ShouldBeOfType<Tensor<ByteString>>();

        strings.Shape.Rank.ShouldBe(0);
        strings.Values[0].Length.ShouldBe(921);
        Convert.ToHexStringLower(SHA256.HashData(strings.Values[0].Span))
            .ShouldBe("fcddfa70b6fe11fa71491f698b920d7cf79205199b5574df603f8c7ed161aaff");
        strings.Values[0].ToStringUtf8().ShouldContain("trainable_variables");
    }

    private static CheckpointReader Open(string model) =>
        CheckpointReader.Open(Path.Combine(SharedFolder.Get(["tfserving", "testdata", .. model.Split('/')]), "variables", "variables"));

    private static float Scalar(CheckpointReader checkpoint, string key)
    {
        var tensor = checkpoint.Read(key).ShouldBeOfType<Tensor<float>>();
        tensor.Shape.Rank.ShouldBe(0);
        return tensor.Values[0];
    }
}
