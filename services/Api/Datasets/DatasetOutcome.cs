using LabelPlatform.Contracts.Datasets;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabelPlatform.Api.Datasets;

/// <summary>What came of a registration: one of the two.</summary>
internal sealed record DatasetOutcome(DatasetDetails? Registered, DatasetRejected? Rejected)
{
    public static DatasetOutcome Of(Response<DatasetRegistered, DatasetRejected> response) =>
        response.Is(out Response<DatasetRegistered>? registered)
            ? new DatasetOutcome(registered.Message.Dataset, null)
            : new DatasetOutcome(null, response.Is(out Response<DatasetRejected>? rejected) ? rejected.Message : null);

    public Results<Created<DatasetDetails>, ProblemHttpResult> ToResult() =>
        Registered is not null
            ? TypedResults.Created($"/v1/datasets/{Registered.Id}", Registered)
            : TypedResults.Problem(
                detail: Rejected!.Reason,
                statusCode: StatusCodes.Status400BadRequest,
                title: "The dataset was not kept",
                extensions: new Dictionary<string, object?> { ["errors"] = Rejected.Issues });
}
