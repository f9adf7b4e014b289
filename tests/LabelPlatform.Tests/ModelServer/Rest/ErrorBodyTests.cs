using System.Text;
using LabelPlatform.ModelServer.Buffers;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Rest;

public sealed class ErrorBodyTests
{
    public static TheoryData<string> Bodies => ServingCases.Names("error-write", item => item.TryGetProperty("status", out _));

    public static TheoryData<string> Maps => ServingCases.Names("error-write", item => !item.TryGetProperty("status", out _));

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Write_Case_AsTensorFlowServing(string name)
    {
        var item = ServingCases.Get(name);
        using var buffer = new PooledBuffer();

        ErrorBody.Write(item.GetProperty("status").GetProperty("message").GetString()!, buffer);

        Encoding.UTF8.GetString(buffer.Span).ShouldBe(item.GetProperty("expect").GetProperty("exact_bytes").GetString());
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Of_EachCode_IsTensorFlowServingsStatus(string name)
    {
        var expected = ServingCases.Get(name).GetProperty("expect").GetProperty("map").EnumerateObject();

        Enum.GetValues<StatusCode>().ToDictionary(StatusText.Name, HttpStatus.Of)
            .ShouldBe(expected.ToDictionary(pair => pair.Name, pair => pair.Value.GetInt32()), ignoreOrder: true);
    }
}
