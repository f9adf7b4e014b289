using System.Diagnostics;

namespace LabelPlatform.ServiceDefaults.Telemetry;

internal static class ActivityContextExtensions
{
    public static bool IsRecorded(this ActivityContext context) => context.TraceFlags.HasFlag(ActivityTraceFlags.Recorded);
}
