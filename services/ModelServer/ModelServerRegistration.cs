using LabelPlatform.ModelServer.Monitoring;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.ModelServer.Servables.Loading;
using LabelPlatform.ModelServer.Servables.Sources;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer;

public static class ModelServerRegistration
{
    /// <summary>Adds the models, what loads and unloads them, and what is measured of them.</summary>
    public static IHostApplicationBuilder AddModelServer(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<ModelServerOptions>(ModelServerOptions.Section);
        services.AddSingleton<IValidateOptions<ModelServerOptions>, ModelServerOptionsValidator>();
        services.AddMonitoring();
        services.AddSingleton<IServableLoader, ServableLoader>();
        services.AddSingleton<ServableManager>();
        services.AddSingleton<IServables>(provider => provider.GetRequiredService<ServableManager>());
        services.AddSingleton<IModelNames>(provider => provider.GetRequiredService<ServableManager>());
        services.AddSingleton<ModelsSource>();
        services.AddSingleton<ServableSource>();
        services.AddHostedService<ServableRefresher>();
        services.AddHealthChecks().AddCheck<ServablesHealthCheck>("servables", HealthStatus.Degraded, [HealthExtensions.Ready]);
        return builder.AddRest();
    }

    /// <summary>Waits, once the server is started, until every version that there is has been tried.</summary>
    public static Task WaitForModelsAsync(this WebApplication app, CancellationToken cancellationToken) =>
        app.Services.GetRequiredService<ServableManager>().WaitUntilStartedAsync(cancellationToken);

    /// <summary>Maps the metrics and the REST interface.</summary>
    public static WebApplication MapModelServer(this WebApplication app)
    {
        app.UseMiddleware<PrometheusMiddleware>();
        return app.UseRest();
    }
}
