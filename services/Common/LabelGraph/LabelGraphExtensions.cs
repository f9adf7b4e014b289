using LabelPlatform.LabelGraph.Stores;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LabelPlatform.LabelGraph;

/// <summary>The label graph for a service.</summary>
public static class LabelGraphExtensions
{
    /// <summary>Adds <see cref="LabelGraphProvider"/>, kept current in the background. Services that share a process share it.</summary>
    public static void AddLabelGraph(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(LabelGraphProvider)))
            return;

        builder.Services.AddValidatedOptions<LabelGraphOptions>(LabelGraphOptions.Section);
        builder.Services.AddValidatedOptions<Neo4jOptions>(Neo4jOptions.Section);
        builder.Services.AddSingleton(CreateStore);
        builder.Services.AddSingleton<LabelGraphProvider>();
        builder.Services.AddHostedService<LabelGraphRefresher>();
        builder.Services.AddHealthChecks().AddCheck<LabelGraphHealthCheck>("label-graph", tags: [HealthExtensions.Ready]);
    }

    private static ILabelGraphStore CreateStore(IServiceProvider services) =>
        services.GetRequiredService<IOptions<LabelGraphOptions>>().Value.Store == LabelGraphStoreKind.Neo4j
            ? ActivatorUtilities.CreateInstance<Neo4jLabelGraphStore>(services)
            : ActivatorUtilities.CreateInstance<SqliteLabelGraphStore>(services);
}
