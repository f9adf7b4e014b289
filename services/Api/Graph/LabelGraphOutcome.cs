using LabelPlatform.Contracts.LabelGraph;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabelPlatform.Api.Graph;

/// <summary>What came of an edit or an import: one of the two.</summary>
internal sealed record LabelGraphOutcome(LabelGraphEdited? Edited, LabelGraphRejected? Rejected)
{
    public static LabelGraphOutcome Of(Response<LabelGraphEdited, LabelGraphRejected> response) =>
        response.Is(out Response<LabelGraphEdited>? edited)
            ? new LabelGraphOutcome(edited.Message, null)
            : new LabelGraphOutcome(null, response.Is(out Response<LabelGraphRejected>? rejected) ? rejected.Message : null);

    public Results<Ok<LabelGraphEdited>, ProblemHttpResult> ToResult()
    {
        if (Edited is not null)
            return TypedResults.Ok(Edited);
        return TypedResults.Problem(
            detail: Rejected!.ErrorCount == 1 ? Rejected.Errors[0].Reason : $"{Rejected.ErrorCount:N0} errors; nothing was changed.",
            statusCode: Rejected.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            title: "The label graph was not changed",
            extensions: new Dictionary<string, object?> { ["errors"] = Rejected.Errors, ["errorCount"] = Rejected.ErrorCount });
    }
}
