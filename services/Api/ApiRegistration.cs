using LabelPlatform.Api.Batching;
using LabelPlatform.Api.Graph;
using LabelPlatform.Api.Labeling;
using LabelPlatform.Api.Labeling.Stages;
using LabelPlatform.Api.Original;
using LabelPlatform.Api.Problems;
using LabelPlatform.Api.Words;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Api;

public static class ApiRegistration
{
    public static TBuilder AddApi<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddValidatedOptions<BatchingOptions>(BatchingOptions.Section);
        builder.Services.AddValidatedOptions<LabelingOptions>(LabelingOptions.Section);
        builder.Services.AddValidatedOptions<LabelGraphApiOptions>(LabelGraphApiOptions.Section);
        builder.Services.AddSingleton<LabelingStages>();
        builder.Services.AddSingleton<Labeler>();
        builder.Services.AddSingleton<TextsLabeledPublisher>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<TextsLabeledPublisher>());
        builder.Services.AddSingleton<LabelGraphClient>();
        builder.Services.AddHostedService<WarmUp>();
        builder.Services.AddExceptionHandler<ApiExceptionHandler>();
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = RoutingProblems.Explain);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddOpenApi();
        return builder;
    }

    /// <summary>Maps the public REST interface, its OpenAPI document and, at <c>/</c>, a page to browse it.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapLabels();
        app.MapWords();
        app.MapLabelGraph();
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
