using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.LabelGraph;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Graph;

/// <summary>The label graph's tree and vocabulary as files: GET exports, PUT replaces, PATCH merges.</summary>
internal static class LabelGraphFileEndpoints
{
    private const string AllOrNothing = " All or nothing: every bad line is reported with its number. dryRun=true only says what would happen.";

    public static void MapLabelGraphFiles(this IEndpointRouteBuilder graph)
    {
        graph.MapGet("/tree", ExportTreeAsync).WithName("ExportTree").WithSummary("The tree as a file")
            .WithDescription("The original's LABEL_STRUCTURE as JSON; with format=tsv, parent and label a line.");
        graph.MapPut("/tree", ImportTree(replace: true)).WithName("ReplaceTree").WithSummary("Replace the tree").ImportsTree();
        graph.MapPatch("/tree", ImportTree(replace: false)).WithName("MergeTree").WithSummary("Add to the tree").ImportsTree();

        graph.MapGet("/vocabulary", ExportVocabularyAsync).WithName("ExportVocabulary").WithSummary("The vocabulary as a file")
            .WithDescription("CSV: word,label,weight a line.");
        graph.MapPut("/vocabulary", ImportVocabulary(replace: true)).WithName("ReplaceVocabulary")
            .WithSummary("Replace the vocabulary, or with label= that label's").ImportsVocabulary();
        graph.MapPatch("/vocabulary", ImportVocabulary(replace: false)).WithName("MergeVocabulary")
            .WithSummary("Add to the vocabulary").ImportsVocabulary();
    }

    private static Delegate ImportTree(bool replace) =>
        (HttpRequest http, LabelGraphClient graph, IOptions<LabelGraphApiOptions> options, bool dryRun = false) =>
            ImportAsync(http, graph, options.Value, LabelGraphPart.Tree, replace, dryRun, label: null);

    private static Delegate ImportVocabulary(bool replace) =>
        (HttpRequest http, LabelGraphClient graph, IOptions<LabelGraphApiOptions> options, bool dryRun = false, string? label = null) =>
            ImportAsync(http, graph, options.Value, LabelGraphPart.Vocabulary, replace, dryRun, label);

    private static async Task<Results<Ok<LabelGraphEdited>, ProblemHttpResult>> ImportAsync(
        HttpRequest http, LabelGraphClient graph, LabelGraphApiOptions options, LabelGraphPart part, bool replace, bool dryRun, string? label)
    {
        var format = ImportFormat.Of(http, part);
        var content = await RequestBody.ReadAsync(http, options.MaxImportBytes);
        var outcome = await graph.ImportAsync(part, format, replace, dryRun, label, content, http.HttpContext.RequestAborted);
        return outcome.ToResult();
    }

    private static async Task<FileContentHttpResult> ExportTreeAsync(
        LabelGraphClient graph, string format = "json", CancellationToken cancellationToken = default)
    {
        var (tree, contentType) = format switch
        {
            "json" => (LabelGraphFormat.Json, "application/json"),
            "tsv" => (LabelGraphFormat.Tsv, "text/tab-separated-values; charset=utf-8"),
            _ => throw new InvalidRequestException("format must be json or tsv."),
        };
        return TypedResults.File(await graph.ExportAsync(new ExportLabelGraph(LabelGraphPart.Tree, tree), cancellationToken), contentType);
    }

    private static async Task<FileContentHttpResult> ExportVocabularyAsync(LabelGraphClient graph, CancellationToken cancellationToken) =>
        TypedResults.File(
            await graph.ExportAsync(new ExportLabelGraph(LabelGraphPart.Vocabulary, LabelGraphFormat.Csv), cancellationToken),
            "text/csv; charset=utf-8");

    private static void ImportsTree(this RouteHandlerBuilder route) => route
        .WithDescription("application/json: the original's LABEL_STRUCTURE; text/tab-separated-values: parent and label a line." + AllOrNothing)
        .Imports("application/json", "text/tab-separated-values");

    private static void ImportsVocabulary(this RouteHandlerBuilder route) => route
        .WithDescription("text/csv: word,label,weight a line (weight 0.75 when missing); text/plain: one word a line, with label=." + AllOrNothing)
        .Imports("text/csv", "text/plain");

    private static void Imports(this RouteHandlerBuilder route, string contentType, string other) => route
        .Accepts<string>(contentType, other)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
}
