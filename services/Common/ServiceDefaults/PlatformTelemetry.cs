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
}
