using System.Globalization;
using System.Net;
using LabelPlatform.CollectorStandIn;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.IntegrationTests.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LabelPlatform.IntegrationTests.Telemetry;

/// <summary>The collector's stand-in, in the test's process, and the settings by which services send to it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly ReceivedTelemetry _received;

    private Collector(WebApplication app, int port)
    {
        _app = app;
        _received = app.Services.GetRequiredService<ReceivedTelemetry>();
        Settings = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            [ServiceProcess.MessageLog] = "Warning",
        };
    }

    public IReadOnlyDictionary<string, string?> Settings { get; }

    public IReadOnlyCollection<ReceivedSpan> Spans => _received.Spans;

    public IReadOnlyCollection<ReceivedLog> Logs => _received.Logs;

    public IReadOnlyCollection<ReceivedPoint> Points => _received.Points;

    public static async Task<Collector> StartAsync()
    {
        var port = FreePort.Next();
        var app = CollectorApp.Build(IPAddress.Loopback, port, FreePort.Next());
        await app.StartAsync();
        return new Collector(app, port);
    }

    /// <summary>The spans of a trace.</summary>
    public Trace TraceOf(string traceId) => new([.. Spans.Where(span => span.TraceId == traceId)]);

    /// <summary>The value of a counter, or the number of a histogram's values, over all services and instances.</summary>
    public double Total(string name, params (string Key, string Value)[] attributes) => Points
        .Where(point => point.Name == name && attributes.All(attribute => point.Attributes.GetValueOrDefault(attribute.Key) == attribute.Value))
        .Sum(point => point.Kind == MetricKind.Histogram ? point.Count : point.Value);

    /// <summary>Waits until what was received is enough.</summary>
    public Task UntilAsync(string what, Func<bool> condition) => UntilAsync(what, () => Task.FromResult(condition()));

    /// <inheritdoc cref="UntilAsync(string, Func{bool})"/>
    public async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        try
        {
            await Eventually.HoldsAsync(what, Limit, _ => condition());
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message} There are {Spans.Count} spans, {Logs.Count} logs and {Points.Count} points.", exception);
        }
    }

    /// <summary>Waits until what is measured by now has arrived: an export may have begun before, the next one has not.</summary>
    public Task UntilExportedAsync()
    {
        var before = _received.MetricExports.ToDictionary();
        return UntilAsync("every service has sent its metrics", () => before.All(service => _received.MetricExports[service.Key] >= service.Value + 2));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
