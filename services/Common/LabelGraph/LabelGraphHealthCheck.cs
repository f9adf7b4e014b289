using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabelPlatform.LabelGraph;

/// <summary>Unhealthy before the first load; degraded while the snapshot may be older than the store's graph.</summary>
internal sealed class LabelGraphHealthCheck(LabelGraphProvider provider) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((provider.Loaded.IsCompleted, provider.Problem) switch
        {
            (false, var problem) => HealthCheckResult.Unhealthy(problem ?? "The label graph is being loaded"),
            (true, { } problem) => HealthCheckResult.Degraded($"Version {provider.Current.Version} of the label graph goes on being used. {problem}"),
            _ => HealthCheckResult.Healthy($"Version {provider.Current.Version} of the label graph"),
        });
}
