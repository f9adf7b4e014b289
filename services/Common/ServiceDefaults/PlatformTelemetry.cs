using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LabelPlatform.ServiceDefaults;

/// <summary>The platform's own source of traces and metrics, beside those of ASP.NET Core, HttpClient and MassTransit.</summary>
public static class PlatformTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "LabelPlatform";

    /// <summary>Spans of the platform's own work.</summary>
    public static readonly ActivitySource Activities = new(Name);

    /// <summary>Metrics, all named <c>labelplatform.*</c>; labels are bounded (never a text, a word or an id).</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>Bounds, in seconds, for what a request waits for: 1 ms to 10 s.</summary>
    public static readonly InstrumentAdvice<double> RequestSeconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    };

    /// <summary>Starts a span of a trace that something else began earlier, as <see cref="Activity.Id"/> said then; null when that was not recorded.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="traceParent">The earlier span's <see cref="Activity.Id"/>, or null.</param>
    /// <param name="startTime">When it began, if that was not now.</param>
    public static Activity? Continue(string name, string? traceParent, DateTimeOffset startTime = default) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var parent)
            ? Activities.StartActivity(name, ActivityKind.Internal, parent, startTime: startTime)
            : null;
}
