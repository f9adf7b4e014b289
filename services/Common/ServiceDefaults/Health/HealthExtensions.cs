using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabelPlatform.ServiceDefaults.Health;

/// <summary>Liveness and readiness.</summary>
public static class HealthExtensions
{
    /// <summary>Tag of the checks that decide whether a service is ready. MassTransit tags its bus check with it too.</summary>
    public const string Ready = "ready";

    internal static void AddHealth(this IHostApplicationBuilder builder) => builder.Services.AddHealthChecks();

    /// <summary>
    /// Maps <c>/health/live</c> (the process answers) and <c>/health/ready</c> (its dependencies do; a degraded one says so with status 200).
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReportWriter.WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = HealthReportWriter.WriteAsync,
        });
        return routes;
    }
}
