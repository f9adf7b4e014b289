using LabelPlatform.Api.OpenApi;
using LabelPlatform.Api.Requests;
using LabelPlatform.Api.Training.Events;
using LabelPlatform.Contracts.Training;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Training;

/// <summary>Runs: requests to train labels.</summary>
internal static class TrainingRunsEndpoints
{
    private const string ExampleRequest = """
        {"dataset":"headlines","labels":["游戏",{"label":"汽车","model":"car"}],"goal":"precision","goalValue":0.9,"requestedBy":"ada"}
        """;

    private const string ExampleRun = """
        {"runId":"0199a3f0-0000-7000-8000-000000000001","state":"running","dataset":"d3f1c0a92b7e4",
         "parameters":{"network":"linear","c":null,"positiveWeight":null,"epochs":null,"goal":"precision","goalValue":0.9,"seed":null},
         "profile":"builtin","priority":0,"promotion":"whenNotWorse","requestedBy":"ada","createdAt":"2026-11-22T08:00:00Z","completedAt":null,
         "jobs":[{"jobId":"0199a3f0-0000-7000-8000-000000000002","runId":"0199a3f0-0000-7000-8000-000000000001","label":"游戏","model":"game",
           "state":"running","reason":null,"worker":"trainer-1","stage":"training","fraction":0.4,"attempts":1,"evictions":0,"version":1764200000,
           "metrics":null,"liveMetrics":null,"createdAt":"2026-11-22T08:00:00Z","startedAt":"2026-11-22T08:00:03Z","completedAt":null,"curve":[]}]}
        """;

    public static void MapTrainingRuns(this IEndpointRouteBuilder training)
    {
        training.MapPost("/runs", RequestAsync).WithName("RequestTraining").WithSummary("Train labels")
            .WithDescription(
                "Queues a job for each label: its model's next version. Answered at once; the jobs go on by themselves. With a header Idempotency-Key, "
                + "a UUID, that becomes the id of the run, and the same request sent again is the same run.")
            .Accepts<TrainingRunRequest>("application/json")
            .WithExample(ExampleRequest, ExampleRun)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        training.MapGet("/runs", GetRunsAsync).WithName("GetTrainingRuns").WithSummary("The newest runs")
            .WithDescription("With their jobs, which are without curves; limit= is 1 to 500.").WithAnswer($$"""{"runs":[{{ExampleRun}}]}""")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        training.MapGet("/runs/{runId}", GetRunAsync).WithName("GetTrainingRun").WithSummary("One run with its jobs")
            .WithAnswer(ExampleRun)
            .ProducesProblem(StatusCodes.Status404NotFound);
        training.MapPost("/runs/{runId}/cancel", CancelAsync).WithName("CancelTraining").WithSummary("Cancel what of a run has not ended")
            .WithDescription("Its jobs end at once or soon; what has ended stays.").WithAnswer(ExampleRun)
            .ProducesProblem(StatusCodes.Status404NotFound);
        training.MapGet("/runs/{runId}/events", FollowAsync).WithName("FollowTrainingRun").WithSummary("Follow a run by server-sent events")
            .WithDescription(
                "First an event run with the whole run, then an event job for every change of one of its jobs ({\"job\":…,\"point\":…}, the point being "
                + "the newest of its curve), at last an event completed with how many jobs ended how; then the stream ends. An event heartbeat every "
                + "15 s of silence. To a slow reader older events of the same job are not sent: each tells the job's whole state.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Accepted<TrainingRunDetails>, ProblemHttpResult>> RequestAsync(
        HttpRequest http, TrainingClient training, IOptions<TrainingApiOptions> options)
    {
        var runId = IdempotencyKey.Of(http) ?? Guid.CreateVersion7();
        using var body = await RequestBody.ReadJsonAsync(http, options.Value.MaxBodyBytes);
        var request = TrainingRunRequestReader.Read(body.RootElement);
        return (await training.RequestAsync(request.ToMessage(runId), http.HttpContext.RequestAborted)).ToResult();
    }

    private static async Task<Ok<TrainingRunsFound>> GetRunsAsync(TrainingClient training, int limit = 50, CancellationToken cancellationToken = default) =>
        limit is >= 1 and <= 500
            ? TypedResults.Ok(await training.GetRunsAsync(limit, cancellationToken))
            : throw new InvalidRequestException("limit must be from 1 to 500.");

    private static async Task<Results<Ok<TrainingRunDetails>, ProblemHttpResult>> GetRunAsync(
        TrainingClient training, Guid runId, CancellationToken cancellationToken) =>
        await training.GetRunAsync(runId, cancellationToken) is { } run ? TypedResults.Ok(run) : NoSuchRun(runId);

    private static async Task<Results<Ok<TrainingRunDetails>, ProblemHttpResult>> CancelAsync(
        TrainingClient training, Guid runId, CancellationToken cancellationToken) =>
        await training.CancelAsync(runId, cancellationToken) is { } run ? TypedResults.Ok(run) : NoSuchRun(runId);

    private static async Task<Results<ServerSentEventsResult<object>, NoContent, ProblemHttpResult>> FollowAsync(
        HttpContext http, TrainingClient training, TrainingEvents events, TrainingEventStream stream, Guid runId)
    {
        // A browser connects again after the end of a stream, unless it is told that there is no more.
        if (http.Request.Headers["Last-Event-ID"] == TrainingEventStream.LastEventId)
            return TypedResults.NoContent();

        // Before the run is read, so that nothing is missed between the two.
        var subscription = events.Subscribe(runId);
        http.Response.RegisterForDispose(subscription);
        if (await training.GetRunAsync(runId, http.RequestAborted) is not { } run)
            return NoSuchRun(runId);

        // nginx would gather the events otherwise.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(stream.FollowAsync(run, subscription, http.RequestAborted));
    }

    private static ProblemHttpResult NoSuchRun(Guid runId) =>
        TypedResults.Problem($"There is no run {runId}.", statusCode: StatusCodes.Status404NotFound, title: "No such run");
}
