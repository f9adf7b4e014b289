using LabelPlatform.ModelServer.Servables.Sources;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>Unhealthy until every model was tried once; degraded while one has no version to serve, or a bad configuration is kept out.</summary>
internal sealed class ServablesHealthCheck(ServableManager manager, ServableSource source) : IHealthCheck
{
    private const int MaxModels = 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (!manager.IsStarted)
            return HealthCheckResult.Unhealthy("The models are being loaded for the first time.");

        var models = manager.Health();
        var missing = models.Where(model => !model.IsAvailable).ToArray();
        var lines = new List<string>();
        if (source.ConfigurationProblem is { } problem)
            lines.Add($"The old configuration of the models stays in force. {problem}");
        lines.AddRange(missing.Take(MaxModels).Select(model => $"Model '{model.Model}' has no available version: {Reason(model)}"));
        if (missing.Length > MaxModels)
            lines.Add($"And {missing.Length - MaxModels} more.");
        return lines.Count > 0
            ? HealthCheckResult.Degraded(string.Join(' ', lines))
            : HealthCheckResult.Healthy($"{models.Count} models are available.");
    }

    private string Reason(ModelHealth model)
    {
        if (source.Problems.TryGetValue(model.Model, out var problem))
            return problem;
        return model.Versions is [var newest, ..]
            ? $"version {newest.Version} is {newest.State}. {newest.Message}"
            : "its folder was not looked at.";
    }
}
