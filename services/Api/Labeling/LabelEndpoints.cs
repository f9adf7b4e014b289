using LabelPlatform.Api.OpenApi;
using LabelPlatform.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Labeling;

internal static class LabelEndpoints
{
    private const string ExampleRequest = """{"texts":[{"id":"1","text":"王者荣耀新赛季的皮肤很好看"}],"deadlineMs":500,"topK":5,"minScore":0.6,"include":["evidence"]}""";

    private const string ExampleAnswer = """
        {"items":[{"id":"1","labels":[{"label":"王者农药","score":0.711,"related":["游戏"],
          "evidence":[{"word":"王者荣耀","start":0,"length":4,"source":"graph","value":0.9,"model":null}]}],
          "truncated":false,"degraded":[],"error":null}],"versions":{"graph":17,"models":{}}}
        """;

    public static void MapLabels(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/label", LabelAsync)
            .WithTags("Labelling")
            .WithName("Label")
            .WithSummary("Label texts")
            .WithDescription(
                "The first 200 characters of each text are cut into words; words that belong to labels are evidence for them. A score says how strong "
                + "the evidence is (the sigmoid of its sum), not how probable the label is. Items come in the order asked.")
            .Accepts<LabelRequest>("application/json")
            .WithExample(ExampleRequest, ExampleAnswer)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<LabelResponse>> LabelAsync(
        HttpRequest http, Labeler labeler, TextsLabeledPublisher publisher, IOptions<LabelingOptions> options, TimeProvider time)
    {
        using var body = await RequestBody.ReadJsonAsync(http, options.Value.MaxBodyBytes);
        var request = LabelRequestReader.Read(body.RootElement, options.Value);
        var deadline = time.GetUtcNow().UtcDateTime.AddMilliseconds(request.DeadlineMs ?? options.Value.DefaultDeadlineMs);
        var outcome = await labeler.LabelAsync(
            request.Texts, deadline, request.Include!.Contains(LabelRequestReader.Evidence), http.HttpContext.RequestAborted);
        publisher.Publish(request.Texts, outcome);
        return TypedResults.Ok(LabelResponses.Create(request, outcome));
    }
}
