using LabelPlatform.Contracts.Models;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabelPlatform.Api.Models;

/// <summary>What came of a promotion or a rollback: one of the three.</summary>
internal sealed record PromotionOutcome(ModelDetails? Promoted, ModelPromotionRejected? Rejected, ModelNotFound? NotFound)
{
    public static PromotionOutcome Of(Response<ModelPromoted, ModelPromotionRejected, ModelNotFound> response) => new(
        response.Is(out Response<ModelPromoted>? promoted) ? promoted.Message.Model : null,
        response.Is(out Response<ModelPromotionRejected>? rejected) ? rejected.Message : null,
        response.Is(out Response<ModelNotFound>? notFound) ? notFound.Message : null);

    public Results<Ok<ModelDetails>, ProblemHttpResult> ToResult() => this switch
    {
        { Promoted: { } model } => TypedResults.Ok(model),
        { NotFound: { } missing } => NoSuchModel(missing.Model, missing.Version),
        _ => TypedResults.Problem(Rejected!.Reason, statusCode: StatusCodes.Status409Conflict, title: "The version cannot go live"),
    };

    public static ProblemHttpResult NoSuchModel(string model, long? version = null) => TypedResults.Problem(
        version is null ? $"There is no model {model}." : $"There is no version {version} of a model {model}.",
        statusCode: StatusCodes.Status404NotFound,
        title: version is null ? "No such model" : "No such version");
}
