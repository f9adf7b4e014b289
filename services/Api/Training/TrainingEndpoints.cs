using LabelPlatform.Api.OpenApi;
using LabelPlatform.Contracts.Training;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabelPlatform.Api.Training;

/// <summary>Training over REST. TrainingScheduler alone keeps runs, jobs and workers; Api asks by message.</summary>
internal static class TrainingEndpoints
{
    private const string Window = """{"seconds":3,"cpuPercent":71,"memoryPercent":48,"ownCpuPercent":50,"ownMemoryPercent":12}""";

    private const string Decision = $$"""
        {"workerId":"0199a3f0-0000-7000-8000-00000000000a","workerName":"trainer-1","bootId":"0199a3f0-0000-7000-8000-00000000000b","sequence":812,
         "at":"2026-11-22T08:00:03Z","decision":"admitted","jobId":"0199a3f0-0000-7000-8000-000000000002","window":{{Window}},"runningJobs":1,
         "reason":"The job's 1 core and 0.5 GB fit under 95 %."}
        """;

    public static void MapTraining(this IEndpointRouteBuilder routes)
    {
        var training = routes.MapGroup("/v1/training").WithTags("Training").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        training.MapTrainingRuns();

        training.MapGet("/queue", GetQueueAsync).WithName("GetTrainingQueue").WithSummary("The jobs that wait")
            .WithDescription("In the order in which workers look at them, each with the figures that keep it waiting.")
            .WithAnswer("""
                {"jobs":[{"position":1,"jobId":"0199a3f0-0000-7000-8000-000000000002","runId":"0199a3f0-0000-7000-8000-000000000001","label":"游戏",
                  "model":"game","priority":0,"queuedAt":"2026-11-22T08:00:00Z","reason":"memory 71 % ≥ 55 %","estimatedCores":1,
                  "estimatedMemoryBytes":536870912,"estimatedWaitSeconds":40}]}
                """);
        training.MapGet("/workers", GetWorkersAsync).WithName("GetTrainingWorkers").WithSummary("The workers, by name")
            .WithDescription("What each uses, what it waits for, and what was decided about it last.")
            .WithAnswer($$"""
                {"workers":[{"workerId":"0199a3f0-0000-7000-8000-00000000000a","name":"trainer-1","state":"holding","reason":"CPU 71 % ≥ 55 %","cores":8,
                  "memoryBytes":17179869184,"window":{{Window}},"sampledAt":"2026-11-22T08:00:03Z","jobs":["0199a3f0-0000-7000-8000-000000000002"],
                  "profiles":["builtin"],"decisions":[{{Decision}}]}]}
                """);
        training.MapGet("/jobs/{jobId}/log", GetLogAsync).WithName("GetTrainingJobLog").WithSummary("What happened to a job")
            .WithDescription("The scheduler's decisions about it with their figures, the oldest first, and the end of what its last trainer printed. "
                + "With Accept: text/plain as a text to read.")
            .WithAnswer($$"""{"jobId":"0199a3f0-0000-7000-8000-000000000002","decisions":[{{Decision}}],"output":"12,000 rows read\n"}""")
            .Produces<TrainingJobLogFound>(StatusCodes.Status200OK, "application/json", "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<TrainingQueueFound>> GetQueueAsync(TrainingClient training, CancellationToken cancellationToken) =>
        TypedResults.Ok(await training.GetQueueAsync(cancellationToken));

    private static async Task<Ok<TrainingWorkersFound>> GetWorkersAsync(TrainingClient training, CancellationToken cancellationToken) =>
        TypedResults.Ok(await training.GetWorkersAsync(cancellationToken));

    private static async Task<Results<Ok<TrainingJobLogFound>, ContentHttpResult, ProblemHttpResult>> GetLogAsync(
        HttpRequest http, TrainingClient training, Guid jobId, CancellationToken cancellationToken)
    {
        if (await training.GetLogAsync(jobId, cancellationToken) is not { } log)
            return TypedResults.Problem($"There is no job {jobId}.", statusCode: StatusCodes.Status404NotFound, title: "No such job");
        http.HttpContext.Response.Headers.Vary = "Accept";
        return PrefersText(http) ? TypedResults.Text(TrainingLogText.Write(log), "text/plain; charset=utf-8") : TypedResults.Ok(log);
    }

    private static bool PrefersText(HttpRequest http)
    {
        var accepted = http.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).Select(type => type.MediaType.Value);
        return accepted.FirstOrDefault(type => type is "text/plain" or "text/*" or "application/json" or "application/*" or "*/*") is "text/plain" or "text/*";
    }
}
