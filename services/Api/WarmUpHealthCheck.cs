using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabelPlatform.Api;

/// <summary>Unhealthy until the warm-up is over, whatever came of it.</summary>
internal sealed class WarmUpHealthCheck : IHealthCheck
{
    private volatile bool _isOver;

    public bool IsOver
    {
        get => _isOver;
        set => _isOver = value;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsOver ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The first request, which warms up, is not answered yet"));
}
