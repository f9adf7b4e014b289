namespace LabelPlatform.Api.Problems;

/// <summary>Says what to do about requests that routing refuses before any handler sees them.</summary>
internal static class RoutingProblems
{
    public static void Explain(ProblemDetailsContext context) =>
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status404NotFound => "There is no such route; / lists those that there are.",
            StatusCodes.Status405MethodNotAllowed => "The route does not take this method; / lists those that it takes.",
            StatusCodes.Status415UnsupportedMediaType => "The route does not take a body of this Content-Type; / lists those that it takes.",
            _ => null,
        };
}
