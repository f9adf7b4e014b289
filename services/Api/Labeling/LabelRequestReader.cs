using System.Text.Json;
using LabelPlatform.Api.Requests;

namespace LabelPlatform.Api.Labeling;

/// <summary>Reads the body of <c>POST /v1/label</c>.</summary>
internal static class LabelRequestReader
{
    public const string Evidence = "evidence";

    public static LabelRequest Read(JsonElement json, LabelingOptions options)
    {
        var body = JsonFields.Of(json, "", "texts", "deadlineMs", "topK", "minScore", "include");
        return new LabelRequest
        {
            Texts = TextsReader.Read(body, options.MaxTexts),
            DeadlineMs = body.Integer("deadlineMs", 1, options.MaxDeadlineMs),
            TopK = body.Integer("topK", 1, int.MaxValue),
            MinScore = body.Number("minScore", 0, 1),
            Include = body.Choices("include", Evidence),
        };
    }
}
