using Xunit;

namespace LabelPlatform.Tests.ModelServer.Rest;

/// <summary>The cases over HTTP.</summary>
public sealed class RestCasesTests
{
    public static TheoryData<string> Cases => ServingCases.Names("http");

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Send_Case_IsAnsweredAsByTensorFlowServing(string name) => RestCase.RunAsync(name);
}
