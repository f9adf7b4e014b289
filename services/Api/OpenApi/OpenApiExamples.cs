using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace LabelPlatform.Api.OpenApi;

/// <summary>Examples in the OpenAPI document, so that a route can be tried from the page at once.</summary>
internal static class OpenApiExamples
{
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, string request, string answer) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            SetExample(operation.RequestBody?.Content, request);
            SetExample(operation.Responses?["200"].Content, answer);
            return Task.CompletedTask;
        });

    private static void SetExample(IDictionary<string, OpenApiMediaType>? content, string json)
    {
        if (content is not null && content.TryGetValue("application/json", out var media))
            media.Example = JsonNode.Parse(json);
    }
}
