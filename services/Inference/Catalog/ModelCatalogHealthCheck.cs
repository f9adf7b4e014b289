using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabelPlatform.Inference.Catalog;

/// <summary>Degraded while <c>models.config</c> cannot be used or models in it are refused: labels without a model keep their graph weight.</summary>
internal sealed class ModelCatalogHealthCheck(ModelCatalogSource catalogs) : IHealthCheck
{
    private const int MaxProblems = 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = catalogs.Current.Problems;
        var lines = new List<string>();
        if (catalogs.Error is { } error)
            lines.Add(error);
        lines.AddRange(problems.Take(MaxProblems).Select(problem => $"Refused {problem}."));
        if (problems.Count > MaxProblems)
            lines.Add($"And {problems.Count - MaxProblems} more.");

        return Task.FromResult(lines.Count > 0
            ? HealthCheckResult.Degraded(string.Join(' ', lines))
            : HealthCheckResult.Healthy($"{catalogs.Current.Labels.Count} labels have a model."));
    }
}
