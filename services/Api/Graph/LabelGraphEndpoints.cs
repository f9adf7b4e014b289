using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.LabelGraph;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LabelPlatform.Api.Graph;

/// <summary>The label graph over REST. GraphMatch alone reads and writes it; Api asks by message.</summary>
internal static class LabelGraphEndpoints
{
    public static void MapLabelGraph(this IEndpointRouteBuilder routes)
    {
        var graph = routes.MapGroup("/v1/graph").WithTags("Label graph").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        graph.MapLabelGraphFiles();

        graph.MapGet("", GetGraphAsync).WithName("GetGraph").WithSummary("The label tree");
        graph.MapGet("/label", GetLabelAsync).WithName("GetGraphLabel").WithSummary("One label with parents, children and vocabulary");

        graph.MapPut("/label", PutLabelAsync).Edits("PutLabel", "Add a label, or give it other parents; without parent= it is a root");
        graph.MapDelete("/label", DeleteLabelAsync).Edits("DeleteLabel", "Remove a label that has no children");
        graph.MapPut("/word", PutWordAsync).Edits("PutWord", "Relate a word to a label");
        graph.MapDelete("/word", DeleteWordAsync).Edits("DeleteWord", "Remove a word from a label, or without label= from all");
    }

    private static async Task<Ok<LabelGraphFound>> GetGraphAsync(LabelGraphClient graph, CancellationToken cancellationToken) =>
        TypedResults.Ok(await graph.GetAsync(cancellationToken));

    private static async Task<Results<Ok<LabelFound>, ProblemHttpResult>> GetLabelAsync(
        LabelGraphClient graph, string title, int offset = 0, int limit = 1000, CancellationToken cancellationToken = default)
    {
        if (offset < 0 || limit is < 1 or > 10_000)
            throw new InvalidRequestException("offset must be 0 or more, and limit from 1 to 10,000.");
        return await graph.GetLabelAsync(new GetLabel(title, offset, limit), cancellationToken) is { } label
            ? TypedResults.Ok(label)
            : TypedResults.Problem($"There is no label {title}.", statusCode: StatusCodes.Status404NotFound, title: "No such label");
    }

    private static Task<Results<Ok<LabelGraphEdited>, ProblemHttpResult>> PutLabelAsync(
        LabelGraphClient graph, string title, [FromQuery] string[]? parent = null, CancellationToken cancellationToken = default) =>
        EditAsync(graph, new LabelGraphEdit(LabelGraphEditKind.PutLabel, title, Parents: parent ?? []), cancellationToken);

    private static Task<Results<Ok<LabelGraphEdited>, ProblemHttpResult>> DeleteLabelAsync(
        LabelGraphClient graph, string title, CancellationToken cancellationToken = default) =>
        EditAsync(graph, new LabelGraphEdit(LabelGraphEditKind.DeleteLabel, title), cancellationToken);

    private static Task<Results<Ok<LabelGraphEdited>, ProblemHttpResult>> PutWordAsync(
        LabelGraphClient graph, string word, string label, double? weight = null, CancellationToken cancellationToken = default) =>
        EditAsync(graph, new LabelGraphEdit(LabelGraphEditKind.PutWord, label, Word: word, Weight: weight), cancellationToken);

    private static Task<Results<Ok<LabelGraphEdited>, ProblemHttpResult>> DeleteWordAsync(
        LabelGraphClient graph, string word, string? label = null, CancellationToken cancellationToken = default) =>
        EditAsync(graph, new LabelGraphEdit(LabelGraphEditKind.DeleteWord, label, Word: word), cancellationToken);

    private static async Task<Results<Ok<LabelGraphEdited>, ProblemHttpResult>> EditAsync(
        LabelGraphClient graph, LabelGraphEdit edit, CancellationToken cancellationToken) =>
        (await graph.EditAsync(edit, cancellationToken)).ToResult();

    private static RouteHandlerBuilder Edits(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary)
            .WithDescription("Answered with the new graph version; every answer at or above that version reflects it.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
}
