using LabelPlatform.ModelServer.Rest;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Rest;

public sealed class RestRouteTests
{
    public static TheoryData<string> Cases => ServingCases.Names("route-parse");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parse_Case_AsTensorFlowServing(string name)
    {
        var item = ServingCases.Get(name);
        var (method, path) = (item.GetProperty("http").GetProperty("method").GetString()!, item.GetProperty("http").GetProperty("path").GetString()!);
        var expected = item.GetProperty("expect");
        if (!expected.GetProperty("parsed").GetBoolean())
        {
            Should.Throw<SavedModelException>(() => RestRoute.Parse(method, path)).Code.ShouldBe(StatusCode.InvalidArgument);
            return;
        }

        var route = RestRoute.Parse(method, path);

        string? Text(string property) => expected.TryGetProperty(property, out var value) ? value.GetString() : null;
        route.Target.Model.ShouldBe(Text("model_name"));
        route.Target.Label.ShouldBe(Text("label"));
        route.Target.Version.ShouldBe(expected.TryGetProperty("version", out var version) ? version.GetInt64() : null);
        route.Action.ToString().ShouldBe(Text("method") ?? Text("subresource") ?? "status", StringCompareShould.IgnoreCase);
    }

    // From section 1.2 of the reference.
    [Theory]
    [InlineData("GET", "/v1/models/m?x=1", "Malformed request: GET /v1/models/m?x=1")]
    [InlineData("POST", "/v1/models/m:predict?x=1", "Malformed request: POST /v1/models/m:predict?x=1")]
    [InlineData("POST", "/v1/models/m:PREDICT", "Malformed request: POST /v1/models/m:PREDICT")]
    [InlineData("POST", "/v1/models/m:predict/", "Malformed request: POST /v1/models/m:predict/")]
    [InlineData("POST", "/v1/models/:predict", "Malformed request: POST /v1/models/:predict")]
    [InlineData("POST", "/v1/models/m/versions/\u0663:predict", "Malformed request: POST /v1/models/m/versions/\u0663:predict")]
    [InlineData("DELETE", "/v1/models/m", "Malformed request: DELETE /v1/models/m")]
    [InlineData("get", "/v1/models/m", "Malformed request: get /v1/models/m")]
    [InlineData("GET", "/v1/models", "Missing model name in request.")]
    [InlineData("GET", "/v1/models/versions/5", "Missing model name in request.")]
    [InlineData("GET", "/v1/models/m/versions/9223372036854775808", "Failed to convert version: 9223372036854775808 to numeric.")]
    public void Parse_NoRoute_SaysWhatTensorFlowServingSays(string method, string target, string message) =>
        Should.Throw<SavedModelException>(() => RestRoute.Parse(method, target)).Message.ShouldBe(message);

    [Theory]
    [InlineData("POST", "/V1/Models/M/Versions/00123:predict", nameof(RestAction.Predict), "M", 123L)]
    [InlineData("GET", "/v1/MODELS/a+b%2B", nameof(RestAction.Status), "a+b+", null)]
    [InlineData("GET", "/v1/models/m/METADATA", nameof(RestAction.Status), "m", null)]
    [InlineData("GET", "/v1/models/metadata", nameof(RestAction.Status), "metadata", null)]
    [InlineData("GET", "/v1/models/%E7%94%B5%E5%BD%B1/metadata", nameof(RestAction.Metadata), "电影", null)]
    public void Parse_WordsInAnyCase_AreKnown(string method, string target, string action, string model, long? version)
    {
        var route = RestRoute.Parse(method, target);

        route.Action.ToString().ShouldBe(action);
        route.Target.Model.ShouldBe(model);
        route.Target.Version.ShouldBe(version);
    }
}
