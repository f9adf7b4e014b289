using LabelPlatform.Api.OpenApi;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Models;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabelPlatform.Api.Models;

/// <summary>The models and their versions over REST. TrainingScheduler alone keeps the registry; Api asks by message.</summary>
internal static class ModelsEndpoints
{
    private const int MaxPersonLength = 100;

    private const string Metrics = """
        {"positives":200,"negatives":2200,"precision":0.91,"recall":0.84,"f1":0.87,"averagePrecision":0.93,"rocAuc":0.98,
         "expectedCalibrationError":0.02}
        """;

    private const string ExampleVersion = $$"""
        {"model":"game","label":"游戏","version":1764200000,"state":"live","reason":"F1 0.87, not worse than 0.86 of the live version.",
         "metrics":{{Metrics}},"liveMetrics":null,
         "parameters":{"network":"linear","c":null,"positiveWeight":null,"epochs":null,"goal":"f1","goalValue":null,"seed":null},
         "profile":"builtin","dataset":"d3f1c0a92b7e4","runId":"0199a3f0-0000-7000-8000-000000000001",
         "jobId":"0199a3f0-0000-7000-8000-000000000002","requestedBy":"ada","createdAt":"2026-11-22T08:00:00Z","curve":[]}
        """;

    private const string ExampleModel = $$"""
        {"model":"game","label":"游戏","liveVersion":1764200000,"previousVersion":1764100000,"wantedVersion":1764200000,"state":"live","problem":null,
         "promotedAt":"2026-11-22T08:01:00Z","promotedBy":"gate","versions":[{{ExampleVersion}}]}
        """;

    private const string WhenItIsLive =
        " It is live as soon as the model servers have loaded what went live before; state says how far that is. by= is for the record.";

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var models = routes.MapGroup("/v1/models").WithTags("Models").ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        models.MapGet("", GetAllAsync).WithName("GetModels").WithSummary("All models, by name")
            .WithDescription("With their versions, the newest first, without curves.").WithAnswer($$"""{"models":[{{ExampleModel}}]}""");
        models.MapGet("/{model}", GetAsync).WithName("GetModel").WithSummary("One model with its versions").WithAnswer(ExampleModel)
            .ProducesProblem(StatusCodes.Status404NotFound);
        models.MapGet("/{model}/versions/{version}", GetVersionAsync).WithName("GetModelVersion").WithSummary("One version")
            .WithDescription("How good it is, what it was trained with and on, and how its training went.").WithAnswer(ExampleVersion)
            .ProducesProblem(StatusCodes.Status404NotFound);

        models.MapPost("/{model}/versions/{version}/promote", PromoteAsync)
            .Promotes("PromoteModel", "Make a version the live one", "Any version whose files are still there, whatever the gate said of it.");
        models.MapPost("/{model}/rollback", RollBackAsync)
            .Promotes("RollBackModel", "Go back to the version that was live before", "The version listed as previousVersion.");
    }

    private static async Task<Ok<ModelsFound>> GetAllAsync(ModelsClient models, CancellationToken cancellationToken) =>
        TypedResults.Ok(await models.GetAllAsync(cancellationToken));

    private static async Task<Results<Ok<ModelDetails>, ProblemHttpResult>> GetAsync(
        ModelsClient models, string model, CancellationToken cancellationToken) =>
        await models.GetAsync(model, cancellationToken) is { } found ? TypedResults.Ok(found) : PromotionOutcome.NoSuchModel(model);

    private static async Task<Results<Ok<ModelVersionDetails>, ProblemHttpResult>> GetVersionAsync(
        ModelsClient models, string model, long version, CancellationToken cancellationToken) =>
        await models.GetVersionAsync(model, version, cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : PromotionOutcome.NoSuchModel(model, version);

    private static async Task<Results<Ok<ModelDetails>, ProblemHttpResult>> PromoteAsync(
        ModelsClient models, string model, long version, string? by = null, CancellationToken cancellationToken = default) =>
        (await models.PromoteAsync(new PromoteModel(model, version, QueryText.Check(by, "by", MaxPersonLength)), cancellationToken)).ToResult();

    private static async Task<Results<Ok<ModelDetails>, ProblemHttpResult>> RollBackAsync(
        ModelsClient models, string model, string? by = null, CancellationToken cancellationToken = default) =>
        (await models.RollBackAsync(new RollBackModel(model, QueryText.Check(by, "by", MaxPersonLength)), cancellationToken)).ToResult();

    private static void Promotes(this RouteHandlerBuilder route, string name, string summary, string which) =>
        route.WithName(name).WithSummary(summary).WithDescription(which + WhenItIsLive)
            .WithAnswer(ExampleModel)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
}
