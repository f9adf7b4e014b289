using LabelPlatform.Api.Labeling;
using LabelPlatform.Api.OpenApi;
using LabelPlatform.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Original;

/// <summary>The route of the course system that this platform replaces, for clients that were written for it.</summary>
internal static class OriginalEndpoints
{
    public static void MapOriginal(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/get_label/", GetLabelAsync)
            .WithTags("The original's route")
            .WithName("GetLabel")
            .WithSummary("Label one text, as the original did")
            .WithDescription("Form field or JSON field text; the answer is a JSON array, by label text. [] when nothing matched.")
            .Accepts<OriginalRequest>("application/x-www-form-urlencoded", "application/json")
            .WithExample(
                """{"text":"王者荣耀新赛季的皮肤很好看"}""",
                """[{"label":"王者农药","score":0.711,"related":["游戏"]}]""")
            .DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<OriginalLabel[]>> GetLabelAsync(
        HttpRequest http, Labeler labeler, TextsLabeledPublisher publisher, IOptions<LabelingOptions> options, TimeProvider time)
    {
        var input = new TextInput { Id = "0", Text = await ReadTextAsync(http, options.Value.MaxBodyBytes) };
        var deadline = time.GetUtcNow().UtcDateTime.AddMilliseconds(options.Value.DefaultDeadlineMs);
        var outcome = await labeler.LabelAsync([input], deadline, includeEvidence: false, http.HttpContext.RequestAborted);
        publisher.Publish([input], outcome);
        if (outcome.Texts[0].Error is { } error)
            throw new InvalidRequestException(error);
        return TypedResults.Ok<OriginalLabel[]>([.. outcome.Texts[0].Scored!.Labels
            .OrderBy(label => label.Label, StringComparer.Ordinal)
            .Select(label => new OriginalLabel(label.Label, label.Score, label.Related))]);
    }

    private static async Task<string> ReadTextAsync(HttpRequest http, int maxBytes)
    {
        if (http.HasFormContentType)
        {
            var form = await http.ReadFormAsync(http.HttpContext.RequestAborted);
            return form.TryGetValue("text", out var text) ? text.ToString() : throw new InvalidRequestException("The form field text is missing.");
        }

        using var body = await RequestBody.ReadJsonAsync(http, maxBytes);
        return TextsReader.ReadSingle(JsonFields.Of(body.RootElement, "", "text"));
    }
}
