using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace LabelPlatform.Api.OpenApi;

/// <summary>Examples in the OpenAPI document, so that a route can be tried from the page at once.</summary>
internal static class OpenApiExamples
{
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, string request, string answer) =>
        route.WithAnswer(answer).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            SetExample(operation.RequestBody?.Content, request);
            return Task.CompletedTask;
        });

    /// <summary>Shows the answer to a request that succeeded.</summary>
    public static RouteHandlerBuilder WithAnswer(this RouteHandlerBuilder route, string answer) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            SetExample(operation.Responses?.FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content, answer);
            return Task.CompletedTask;
        });

    /// <summary>
    /// Describes a body that is a file. <c>Accepts</c> would, too, but have routing refuse other types in words of its own, before the handler can
    /// name those that there are.
    /// </summary>
    public static RouteHandlerBuilder WithFileBody(this RouteHandlerBuilder route, params (string ContentType, string Example)[] files) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = files.ToDictionary(
                    file => file.ContentType,
                    file => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create(file.Example) }),
            };
            return Task.CompletedTask;
        });

    private static void SetExample(IDictionary<string, OpenApiMediaType>? content, string json)
    {
        if (content is not null && content.TryGetValue("application/json", out var media))
            media.Example = JsonNode.Parse(json);
    }
}
