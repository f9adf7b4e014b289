using System.Text;
using System.Text.Json;
using Google.Protobuf.Collections;
using LabelPlatform.ModelServer.Predict;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Predict;

public sealed class PredictRequestTests
{
    public static TheoryData<string> Cases => ServingCases.Names("predict-parse");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Case_AsTensorFlowServing(string name)
    {
        var item = ServingCases.Get(name);
        var expected = item.GetProperty("expect");
        var signature = Inputs(item);
        if (CaseErrors.IsError(expected))
        {
            Should.Throw<SavedModelException>(() => Read(item.GetProperty("input").GetString()!, signature, (_, _) => { })).ShouldBe(expected);
            return;
        }

        Read(item.GetProperty("input").GetString()!, signature, (request, inputs) =>
        {
            request.SignatureName.ShouldBe(expected.GetProperty("signature_name").GetString());
            inputs.Format.ToString().ShouldBe(expected.GetProperty("format").GetString(), StringCompareShould.IgnoreCase);
            var tensors = expected.GetProperty("tensors").EnumerateObject().ToArray();
            inputs.Tensors.Keys.ShouldBe(tensors.Select(tensor => tensor.Name), ignoreOrder: true);
            foreach (var tensor in tensors)
                inputs.Tensors[tensor.Name].ShouldBe(tensor.Value);
        });
    }

    [Theory]
    [InlineData("", "JSON Parse error: The document is empty")]
    [InlineData("[1]", "JSON Value: [1] Is not object")]
    [InlineData("{\"signature_name\":1,\"instances\":1}", "'signature_name' key must be a string value.")]
    [InlineData("{}", "Missing 'inputs' or 'instances' key")]
    [InlineData("{\"instances\":[],\"inputs\":1}", "'inputs' or 'instances' keys to exist ")]
    [InlineData("{\"instances\":{}}", "Expecting 'instances' to be an list/array")]
    [InlineData("{\"instances\":[]}", "No values in 'instances' array")]
    [InlineData("{\"instances\":[[1,[2]],{\"x\":1}]}", "Failed to process element: 0 of 'instances' list. Error: INVALID_ARGUMENT: Encountered list at")]
    [InlineData("{\"instances\":[{\"x\":1},{\"x\":[1]}]}", "Failed to process element: 1 key: x of 'instances' list. Error: INVALID_ARGUMENT: Expecting shape [] but got: [1]")]
    [InlineData("{\"instances\":[{\"y\":1}]}", "key: y of 'instances' list. Error: INVALID_ARGUMENT: JSON object: does not have named input: y")]
    [InlineData("{\"instances\":[{}]}", "Failed to process element: 0 of 'instances' list. JSON object: {} keys must be equal to: x")]
    [InlineData("{\"instances\":[[[1,2],[3]]]}", "Encountered list at unexpected size: 1 at level: 1 expected size: 2")]
    [InlineData("{\"instances\":[1.0]}", "JSON Value: 1.0 Type: Number is not of expected type: int32")]
    [InlineData("{\"inputs\":[true]}", "JSON Value: true Type: True is not of expected type: int32")]
    public void Read_BadRequest_SaysWhatTensorFlowServingSays(string body, string message) =>
        Should.Throw<SavedModelException>(() => Read(body, Inputs("x", DataType.DtInt32), (_, _) => { })).Message.ShouldContain(message, Case.Sensitive);

    [Fact]
    public void Read_LongValueInError_IsCut()
    {
        var body = $$"""{"instances": ["{{new string('天', 1000)}}"]}""";

        var message = Should.Throw<SavedModelException>(() => Read(body, Inputs("x", DataType.DtInt32), (_, _) => { })).Message;

        message.Length.ShouldBeLessThan(400);
        message.ShouldNotContain('\uFFFD');
    }

    [Theory]
    [InlineData("""{"inputs": 1, "inputs": 2}""")]
    [InlineData("""{"inputs": {"x": 1, "x": 2}}""")]
    [InlineData("""{"\u0069nputs": 1}""")]
    public void Read_InputsOfOneNameOrWithEscapes_FirstCounts(string body) => Read(body, Inputs("x", DataType.DtInt32), (_, inputs) =>
        inputs.Tensors["x"].ShouldBeOfType<Tensor<int>>().Values.ToArray().ShouldBe([1]));

    [Fact]
    public void Read_RowWithTwoMembersOfOneName_FirstCounts() =>
        Read("""{"instances": [{"x": 1, "x": 2}, {"x": 3}]}""", Inputs("x", DataType.DtInt32), (_, inputs) =>
            inputs.Tensors["x"].ShouldBeOfType<Tensor<int>>().Values.ToArray().ShouldBe([1, 3]));

    [Fact]
    public void Read_NarrowInteger_Wraps() => Read("""{"inputs": [255, 256, -1]}""", Inputs("x", DataType.DtUint8), (_, inputs) =>
        inputs.Tensors["x"].ShouldBeOfType<Tensor<byte>>().Values.ToArray().ShouldBe([255, 0, 255]));

    [Theory]
    [InlineData("aGk=")]
    [InlineData("aGk")]
    [InlineData("aGk.")]
    [InlineData("a Gk=")]
    public void Read_Base64_IsDecoded(string text) => Read($$$"""{"inputs": {"b64": "{{{text}}}"}}""", Inputs("x", DataType.DtString), (_, inputs) =>
        inputs.Tensors["x"].ShouldBeOfType<Tensor<Google.Protobuf.ByteString>>().Values[0].ToStringUtf8().ShouldBe("hi"));

    [Theory]
    [InlineData("a")]
    [InlineData("aGk==")]
    [InlineData("aG=k")]
    [InlineData("天")]
    public void Read_BadBase64_IsRefused(string text) =>
        Should.Throw<SavedModelException>(() => Read($$$"""{"inputs": {"b64": "{{{text}}}"}}""", Inputs("x", DataType.DtString), (_, _) => { }))
            .Message.ShouldBe("Unable to base64 decode");

    [Theory]
    [InlineData("""{"instances": [1, 2, 3]}""", "MaxRows")]
    [InlineData("""{"instances": [[1, 2, 3], [4, 5, 6]]}""", "MaxElements")]
    [InlineData("""{"inputs": [[[1, 2, 3], [4, 5, 6]]]}""", "MaxElements")]
    [InlineData("""{"inputs": [1], "other": [1, 2, 3, 4, 5, 6, 7, 8]}""", "MaxJsonNodes")]
    public void Read_MoreThanALimit_NamesIt(string body, string option)
    {
        var options = new RestOptions { MaxRows = 2, MaxElements = 5, MaxJsonNodes = 12 };

        var exception = Should.Throw<SavedModelException>(() => Read(body, Inputs("x", DataType.DtInt32), (_, _) => { }, options));

        exception.Code.ShouldBe(StatusCode.InvalidArgument);
        exception.Message.ShouldContain(option);
    }

    [Fact]
    public void Read_ManyLevels_NeedsNoStack()
    {
        const int Levels = 500_000;
        var nested = new string('[', Levels) + new string(']', Levels);

        Read($$"""{"other": {{nested}}, "instances": [1]}""", Inputs("x", DataType.DtInt32), (_, inputs) => inputs.Tensors["x"].Length.ShouldBe(1));
        Should.Throw<SavedModelException>(() => Read($$"""{"inputs": {{nested}}}""", Inputs("x", DataType.DtInt32), (_, _) => { }));
        Should.Throw<SavedModelException>(() => Read($$"""{"instances": [[1], {{nested}}]}""", Inputs("x", DataType.DtHalf), (_, _) => { }));
        Should.Throw<SavedModelException>(() => Read(nested, Inputs("x", DataType.DtInt32), (_, _) => { })).Message.ShouldContain("Is not object");
    }

    private static void Read(string body, MapField<string, TensorInfo> signature, Action<PredictRequest, PredictInputs> check, RestOptions? options = null)
    {
        options ??= new RestOptions();
        using var request = PredictRequest.Read(Encoding.UTF8.GetBytes(body), options);
        using var inputs = request.ReadInputs(signature, options);
        check(request, inputs);
    }

    private static MapField<string, TensorInfo> Inputs(string name, DataType type) => new() { [name] = new TensorInfo { Dtype = type } };

    private static MapField<string, TensorInfo> Inputs(JsonElement item)
    {
        var inputs = new MapField<string, TensorInfo>();
        foreach (var input in item.GetProperty("signature").GetProperty("inputs").EnumerateObject())
            inputs[input.Name] = new TensorInfo { Dtype = CaseTensors.Type(input.Value) };
        return inputs;
    }
}
