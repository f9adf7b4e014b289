using System.Text.Json;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;
using Shouldly;

namespace LabelPlatform.Tests.ModelServer;

/// <summary>The errors of a case: <c>{"code": "NOT_FOUND", "http": 404, "contains": ["…"]}</c>.</summary>
internal static class CaseErrors
{
    public static bool IsError(JsonElement expected) => expected.TryGetProperty("code", out _);

    public static void ShouldBe(this SavedModelException actual, JsonElement expected)
    {
        StatusText.Name(actual.Code).ShouldBe(expected.GetProperty("code").GetString());
        HttpStatus.Of(actual.Code).ShouldBe(expected.GetProperty("http").GetInt32());
        foreach (var part in expected.GetProperty("contains").EnumerateArray())
            actual.Message.ShouldContain(part.GetString()!, Case.Sensitive);
    }
}
