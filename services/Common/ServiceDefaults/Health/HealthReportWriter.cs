using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabelPlatform.ServiceDefaults.Health;

internal static class HealthReportWriter
{
    /// <summary>Writes <c>{"status":"Degraded","checks":{"label-graph":{"status":"Degraded","description":"…"}}}</c>.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = entry.Value.Status.ToString(), description = entry.Value.Description }),
        });
}
