using LabelPlatform.Api.Batching;
using LabelPlatform.Api.Datasets;
using LabelPlatform.Api.Graph;
using LabelPlatform.Api.Labeling;
using LabelPlatform.Api.Labeling.Stages;
using LabelPlatform.Api.Models;
using LabelPlatform.Api.Original;
using LabelPlatform.Api.Problems;
using LabelPlatform.Api.Training;
using LabelPlatform.Api.Training.Events;
using LabelPlatform.Api.Words;
using LabelPlatform.ServiceDefaults;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Api;

public static class ApiRegistration
{
    public static TBuilder AddApi<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddValidatedOptions<BatchingOptions>(BatchingOptions.Section);
        builder.Services.AddValidatedOptions<LabelingOptions>(LabelingOptions.Section);
        builder.Services.AddValidatedOptions<LabelGraphApiOptions>(LabelGraphApiOptions.Section);
        builder.Services.AddValidatedOptions<TrainingApiOptions>(TrainingApiOptions.Section);
        builder.Services.AddSingleton<LabelingStages>();
        builder.Services.AddSingleton<Labeler>();
        builder.Services.AddSingleton<TextsLabeledPublisher>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<TextsLabeledPublisher>());
        builder.Services.AddSingleton<LabelGraphClient>();
        builder.Services.AddSingleton<DatasetsClient>();
        builder.Services.AddSingleton<DatasetUploads>();
        builder.Services.AddSingleton<TrainingClient>();
        builder.Services.AddSingleton<TrainingEvents>();
        builder.Services.AddSingleton<TrainingEventStream>();
        builder.Services.AddSingleton<ModelsClient>();
        builder.Services.AddHostedService<WarmUp>();
        builder.Services.AddSingleton<WarmUpHealthCheck>();
        builder.Services.AddHealthChecks().AddCheck<WarmUpHealthCheck>("warm-up", tags: [HealthExtensions.Ready]);
        builder.Services.AddExceptionHandler<ApiExceptionHandler>();
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = RoutingProblems.Explain);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi();
        return builder;
    }

    public static void AddApiConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<FollowTrainingConsumer, FollowTrainingConsumerDefinition>()
            .Endpoint(endpoint => endpoint.InstanceId = ReplicaId.Value);

    /// <summary>Maps the public REST interface, its OpenAPI document and, at <c>/</c>, a page to browse it.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapLabels();
        app.MapWords();
        app.MapLabelGraph();
        app.MapDatasets();
        app.MapTraining();
        app.MapModels();
        app.MapOriginal();
        app.MapOpenApi();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "";
            page.DocumentTitle = "LabelPlatform";
            page.SwaggerEndpoint("/openapi/v1.json", "LabelPlatform v1");
        });
        return app;
    }
}
