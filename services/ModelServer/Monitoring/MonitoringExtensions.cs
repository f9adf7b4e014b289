using System.Diagnostics.Metrics;
using LabelPlatform.ModelServer.Servables;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Monitoring;

internal static class MonitoringExtensions
{
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<MetricRegistry>();
        services.AddSingleton<LoadMetrics>();
        services.AddSingleton(provider => new RequestMetrics(
            provider.GetRequiredService<MetricRegistry>(),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<IModelNames>()));
        services.AddSingleton(provider =>
            MonitoringConfigReader.ReadFile(provider.GetRequiredService<IOptions<ModelServerOptions>>().Value.MonitoringConfigFile));
        return services;
    }
}
