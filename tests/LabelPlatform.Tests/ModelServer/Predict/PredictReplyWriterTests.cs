using System.Text;
using System.Text.Json.Nodes;
using LabelPlatform.ModelServer.Buffers;
using LabelPlatform.ModelServer.Predict;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Predict;

public sealed class PredictReplyWriterTests
{
    public static TheoryData<string> Cases => ServingCases.Names("predict-write");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_Case_AsTensorFlowServing(string name)
    {
        var item = ServingCases.Get(name);
        var expected = item.GetProperty("expect");
        var outputs = item.GetProperty("outputs").EnumerateObject().ToDictionary(output => output.Name, output => CaseTensors.Read(output.Value));
        var format = Enum.Parse<PredictFormat>(item.GetProperty("format").GetString()!, ignoreCase: true);
        if (CaseErrors.IsError(expected))
        {
            Should.Throw<SavedModelException>(() => Write(outputs, format)).ShouldBe(expected);
            return;
        }

        var body = Write(outputs, format);

        if (expected.TryGetProperty("exact_bytes", out var bytes))
            body.ShouldBe(bytes.GetString());
        JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(expected.GetProperty("body").GetString()!)).ShouldBeTrue(body);
    }

    [Fact]
    public void Write_RowOfSeveralOutputs_IsAnObjectSortedByName()
    {
        var outputs = new Dictionary<string, Tensor>
        {
            ["b"] = new Tensor<float>(new TensorShape(2), [1.5f, float.NaN]),
            ["a"] = new Tensor<int>(new TensorShape(2, 2), [1, 2, 3, 4]),
        };

        // Section 1.6 of the reference: braces at 8 spaces, names at 12, lists on one line.
        Write(outputs, PredictFormat.Row).ShouldBe("""
            {
                "predictions": [
                    {
                        "a": [1, 2],
                        "b": 1.5
                    },
                    {
                        "a": [3, 4],
                        "b": NaN
                    }
                ]
            }
            """);
    }

    [Fact]
    public void Write_ScalarAsRows_IsRefused() =>
        Should.Throw<SavedModelException>(() => Write(new Dictionary<string, Tensor> { ["x"] = new Tensor<float>(new TensorShape()) }, PredictFormat.Row))
            .Message.ShouldBe("Tensor name: x has no shape information ");

    private static string Write(Dictionary<string, Tensor> outputs, PredictFormat format)
    {
        using var buffer = new PooledBuffer();
        PredictReplyWriter.Write(outputs, format, buffer);
        return Encoding.UTF8.GetString(buffer.Span);
    }
}
