using LabelPlatform.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LabelPlatform.ServiceDefaults;

internal static class TelemetryExtensions
{
    /// <summary>Collects traces, metrics and logs, and exports them when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // Without a collector nobody reads the spans, so nothing is recorded.
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        var name = builder.Configuration["OTEL_SERVICE_NAME"] ?? builder.Environment.ApplicationName;
        builder.Logging.AddOpenTelemetry(logging => logging.IncludeFormattedMessage = true);
        builder.Services.AddOpenTelemetry()
            // The same after a restart in the same container, so that it is the same time series.
            .ConfigureResource(resource => resource.AddService(name, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}"))
            .WithTracing(tracing => tracing
                .SetSampler(services => RequestSampler.Create(services.GetRequiredService<IConfiguration>()))
                .AddSource(PlatformTelemetry.Name, "MassTransit")
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation())
            // Not MassTransit's meter: it names the queue of replies, which is another at every start, and the platform's own say the same.
            .WithMetrics(metrics => metrics
                .AddMeter(PlatformTelemetry.Name, $"{PlatformTelemetry.Name}.*")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    private static bool IsProbe(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/monitoring", StringComparison.Ordinal);
}
