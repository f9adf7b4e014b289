using LabelPlatform.Api.OpenApi;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Datasets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LabelPlatform.Api.Datasets;

/// <summary>The datasets over REST. TrainingScheduler alone keeps them; Api asks by message.</summary>
internal static class DatasetsEndpoints
{
    private const int MaxNameLength = 100;

    private const string ExampleDataset = """
        {"id":"d3f1c0a92b7e4","name":"headlines","format":"csv","label":null,"hash":"sha256:3f1c0a92b7e4…","bytes":1048576,"rows":12000,
         "createdAt":"2026-11-22T08:00:00Z",
         "report":{"training":8400,"validation":1200,"test":2400,
           "labels":[{"label":"游戏","training":700,"validation":100,"test":200}],
           "findings":[{"kind":"duplicate","label":null,"rows":12,"message":"12 rows are there twice; they count once.",
             "examples":[{"line":17,"text":"王者荣耀新赛季"}]}]}}
        """;

    private const string ExampleDatasets = """
        {"datasets":[{"id":"d3f1c0a92b7e4","name":"headlines","format":"csv","label":null,"hash":"sha256:3f1c0a92b7e4…","bytes":1048576,"rows":12000,
         "createdAt":"2026-11-22T08:00:00Z","report":null}]}
        """;

    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        var datasets = routes.MapGroup("/v1/datasets").WithTags("Datasets").ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        datasets.MapPost("", RegisterAsync).WithName("RegisterDataset").WithSummary("Keep a dataset for training")
            .WithDescription(
                "text/csv and text/tab-separated-values: the first line names the columns text and label (several labels joined by |), optional group "
                + "and source. application/jsonl: {\"text\",\"labels\":[…],\"group\"} a line. text/plain: the original's samples, 1 or 0, a tab, the "
                + "text, for the one label=. UTF-8; Content-Encoding: gzip is taken. The same content again is the same dataset; name= moves to the "
                + "newest that is given it. All or nothing: bad lines are reported with their numbers. The report says what to know before training.")
            .WithFileBody(
                ("text/csv", "text,label\n王者荣耀新赛季的皮肤很好看,游戏\n新车上市,汽车|科技\n"),
                ("text/tab-separated-values", "text\tlabel\n王者荣耀新赛季的皮肤很好看\t游戏\n"),
                ("application/jsonl", "{\"text\":\"王者荣耀新赛季的皮肤很好看\",\"labels\":[\"游戏\"]}\n"),
                ("application/x-ndjson", "{\"text\":\"王者荣耀新赛季的皮肤很好看\",\"labels\":[\"游戏\"]}\n"),
                ("text/plain", "1\t王者荣耀新赛季的皮肤很好看\n0\t新车上市\n"))
            .WithAnswer(ExampleDataset)
            // The server's own limit of 30 MB holds for every other route; DatasetUploads has one of its own.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        datasets.MapGet("", GetAllAsync).WithName("GetDatasets").WithSummary("All datasets, the newest first")
            .WithDescription("Without their reports.").WithAnswer(ExampleDatasets);
        datasets.MapGet("/{dataset}", GetAsync).WithName("GetDataset").WithSummary("One dataset with its report")
            .WithDescription("By its id or its name.").WithAnswer(ExampleDataset)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<DatasetDetails>, ProblemHttpResult>> RegisterAsync(
        HttpRequest http, DatasetsClient datasets, DatasetUploads uploads, string? name = null, string? label = null)
    {
        // Before the body is read: whoever waits for 100 Continue is spared sending it.
        var format = DatasetFormat.Of(http);
        CheckName(name);
        CheckLabel(format, label);

        var content = await uploads.StoreAsync(http);
        var outcome = await datasets.RegisterAsync(new RegisterDataset(content, format, name, label), http.HttpContext.RequestAborted);
        // Only after an answer: whoever did not answer in time may still read it.
        uploads.Remove(content);
        return outcome.ToResult();
    }

    private static async Task<Ok<DatasetsFound>> GetAllAsync(DatasetsClient datasets, CancellationToken cancellationToken) =>
        TypedResults.Ok(await datasets.GetAllAsync(cancellationToken));

    private static async Task<Results<Ok<DatasetDetails>, ProblemHttpResult>> GetAsync(
        DatasetsClient datasets, string dataset, CancellationToken cancellationToken) =>
        await datasets.GetAsync(dataset, cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : TypedResults.Problem($"There is no dataset {dataset}.", statusCode: StatusCodes.Status404NotFound, title: "No such dataset");

    private static void CheckName(string? name)
    {
        QueryText.Check(name, "name", MaxNameLength);
        if (name?.Contains('/', StringComparison.Ordinal) is true)
            throw new InvalidRequestException("name must not hold a slash: it is part of addresses.");
    }

    private static void CheckLabel(DatasetFileFormat format, string? label)
    {
        QueryText.Check(label, "label", MaxNameLength);
        if (format is DatasetFileFormat.Sample && label is null)
            throw new InvalidRequestException("label is missing: with text/plain it names the label that the 1s of the file stand for.");
        if (format is not DatasetFileFormat.Sample && label is not null)
            throw new InvalidRequestException("label only goes with text/plain; the rows of other files name their labels themselves.");
    }
}
