using System.Text.Json.Nodes;
using LabelPlatform.ModelServer.Buffers;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Status;

public sealed class ModelMetadataWriterTests
{
    // The expected files are upstream's. Releases differ in whether they print `defaults`, and so do the files; the last one is that of a sibling
    // of the model, whose input has no default value.
    [Theory]
    [InlineData("saved_model_half_plus_two_cpu", "default", "half_plus_two_model_metadata.json")]
    [InlineData("saved_model_half_plus_two_2_versions", "saved_model_half_plus_two_2_versions", "saved_model_half_plus_two_2_versions_metadata.json")]
    [InlineData("saved_model_half_plus_two_tf2_cpu", "saved_model_half_plus_two_2_versions", "saved_model_half_plus_two_tf2_2_versions_metadata.json")]
    public void Write_Model_IsWhatTensorFlowServingAnswers(string folder, string model, string expectedFile)
    {
        var file = ServingCases.Path($"tfserving_testdata/tensorflow_serving/{folder}/00000123/saved_model.pb");
        var graph = SavedModelProto.Parser.ParseFrom(File.ReadAllBytes(file)).MetaGraphs.Single();
        using var buffer = new PooledBuffer();

        ModelMetadataWriter.Write(model, 123, graph.SignatureDef, buffer);

        var actual = WithoutDefaults(JsonNode.Parse(buffer.Span)!);
        var expected = WithoutDefaults(JsonNode.Parse(File.ReadAllBytes(ServingCases.Path($"tfserving_testdata/tensorflow_serving/{expectedFile}")))!);
        JsonNode.DeepEquals(actual, expected).ShouldBeTrue(actual.ToString());
    }

    [Fact]
    public void Write_SignatureWithDefault_ShowsIt()
    {
        var signature = new SignatureDef { MethodName = "m" };
        signature.Defaults["x"] = new TensorProto { Dtype = DataType.DtFloat, FloatVal = { 0.5f } };
        using var buffer = new PooledBuffer();

        ModelMetadataWriter.Write("m", 1, new Dictionary<string, SignatureDef> { ["s"] = signature }, buffer);

        var defaults = JsonNode.Parse(buffer.Span)!["metadata"]!["signature_def"]!["signature_def"]!["s"]!["defaults"]!;
        defaults["x"]!["float_val"]![0]!.GetValue<float>().ShouldBe(0.5f);
    }

    private static JsonNode WithoutDefaults(JsonNode metadata)
    {
        foreach (var (_, signature) in metadata["metadata"]!["signature_def"]!["signature_def"]!.AsObject())
            signature!.AsObject().Remove("defaults");
        return metadata;
    }
}
