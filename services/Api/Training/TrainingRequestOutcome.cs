using LabelPlatform.Contracts.Training;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabelPlatform.Api.Training;

/// <summary>What came of a request for training: one of the two.</summary>
internal sealed record TrainingRequestOutcome(TrainingRunDetails? Run, TrainingRejected? Rejected)
{
    public static TrainingRequestOutcome Of(Response<TrainingRunFound, TrainingRejected> response) =>
        response.Is(out Response<TrainingRunFound>? found)
            ? new TrainingRequestOutcome(found.Message.Run, null)
            : new TrainingRequestOutcome(null, response.Is(out Response<TrainingRejected>? rejected) ? rejected.Message : null);

    public Results<Accepted<TrainingRunDetails>, ProblemHttpResult> ToResult() =>
        Run is not null
            ? TypedResults.Accepted($"/v1/training/runs/{Run.RunId}", Run)
            : TypedResults.Problem(
                detail: Rejected!.Reason,
                statusCode: StatusCodes.Status400BadRequest,
                title: "The run was not begun",
                extensions: new Dictionary<string, object?> { ["field"] = Rejected.Field });
}
