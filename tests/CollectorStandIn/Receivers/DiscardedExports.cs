using Microsoft.AspNetCore.Http.Features;

namespace LabelPlatform.CollectorStandIn.Receivers;

/// <summary>Answers exports without reading what is in them, for measurements that receiving is no part of.</summary>
internal static class DiscardedExports
{
    // gRPC's frame around a message: not compressed, of length 0.
    private static readonly byte[] EmptyMessage = new byte[5];

    public static void MapDiscardedExports(this IEndpointRouteBuilder routes)
    {
        foreach (var service in new[] { "trace.v1.TraceService", "metrics.v1.MetricsService", "logs.v1.LogsService" })
            routes.MapPost($"/opentelemetry.proto.collector.{service}/Export", DiscardAsync);
    }

    private static async Task DiscardAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(EmptyMessage, context.RequestAborted);
        context.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers["grpc-status"] = "0";
    }
}
