using System.Net;
using System.Text.Encodings.Web;
using LabelPlatform.CollectorStandIn.Prometheus;
using LabelPlatform.CollectorStandIn.Receivers;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LabelPlatform.CollectorStandIn;

/// <summary>The stand-in's web application.</summary>
public static class CollectorApp
{
    /// <summary>Builds it; what it receives is its singleton <see cref="ReceivedTelemetry"/>.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="otlpPort">Port of OTLP over gRPC.</param>
    /// <param name="httpPort">Port of <c>/metrics</c>, <c>/spans</c> and <c>/logs</c>.</param>
    /// <param name="healthPort">Port that answers as the collector's <c>health_check</c> extension does; null: none.</param>
    /// <param name="discard">Whether it keeps nothing.</param>
    public static WebApplication Build(IPAddress address, int otlpPort, int httpPort, int? healthPort = null, bool discard = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, otlpPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(address, httpPort, listen => listen.Protocols = HttpProtocols.Http1);
            if (healthPort is { } port)
                kestrel.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        builder.Services.AddSingleton(new ReceivedTelemetry(TimeProvider.System));

        var app = builder.Build();
        if (discard)
            app.MapDiscardedExports();
        else
            app.MapReceivers();
        app.MapGet("/", () => Results.Json(new { status = "Server available" }));
        app.MapGet("/metrics", (ReceivedTelemetry received) => Results.Text(PrometheusText.Write(received.Points), "text/plain; version=0.0.4; charset=utf-8"));
        app.MapGet("/spans", (ReceivedTelemetry received, string? traceId) => received.Spans.Where(span => traceId is null || span.TraceId == traceId));
        app.MapGet("/logs", (ReceivedTelemetry received, string? traceId) => received.Logs.Where(log => traceId is null || log.TraceId == traceId));
        return app;
    }

    private static void MapReceivers(this WebApplication app)
    {
        app.MapGrpcService<TraceReceiver>();
        app.MapGrpcService<MetricsReceiver>();
        app.MapGrpcService<LogsReceiver>();
    }
}
