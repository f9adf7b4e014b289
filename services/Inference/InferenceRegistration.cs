using LabelPlatform.Inference.Catalog;
using LabelPlatform.Inference.Consumers;
using LabelPlatform.Inference.Serving;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference;

public static class InferenceRegistration
{
    /// <summary>Adds the model catalogue and what asks the models.</summary>
    public static IHostApplicationBuilder AddInference(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddValidatedOptions<InferenceOptions>(InferenceOptions.Section);
        services.AddSingleton<IValidateOptions<InferenceOptions>, InferenceOptionsValidator>();
        services.AddSingleton<InferenceMetrics>();
        services.AddSingleton<CallGuards>();
        services.AddSingleton<ModelHttpClient>();
        services.AddSingleton<ModelServers>();
        services.AddSingleton<ModelCatalogLoader>();
        services.AddSingleton<ModelCatalogSource>();
        services.AddSingleton<LabelPredictor>();
        services.AddHostedService<ModelCatalogRefresher>();
        services.AddHealthChecks().AddCheck<ModelCatalogHealthCheck>("models", HealthStatus.Degraded, [HealthExtensions.Ready]);
        return builder;
    }

    /// <summary>Adds the service's consumers.</summary>
    public static void AddInferenceConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PredictLabelsConsumer, PredictLabelsConsumerDefinition>();
    }
}
