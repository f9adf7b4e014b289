using LabelPlatform.Api.Batching;
using LabelPlatform.Api.Requests;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace LabelPlatform.Api.Problems;

/// <summary>Answers what went wrong as problem+json, in words for the caller; never with a stack trace.</summary>
internal sealed class ApiExceptionHandler(IProblemDetailsService problems, ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Describe(exception) is not { } problem)
            return false;

        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
            Log.StageUnavailable(logger, problem.Detail!);
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private static ProblemDetails? Describe(Exception exception) => exception switch
    {
        InvalidRequestException invalid => Problem(invalid.Status, "The request cannot be used", invalid.Message),
        BadHttpRequestException bad => Problem(bad.StatusCode, "The request cannot be used", bad.InnerException is null ? bad.Message : $"{bad.Message} {bad.InnerException.Message}"),
        StageUnavailableException stage => Problem(StatusCodes.Status503ServiceUnavailable, "A part of the platform is not available", $"{stage.Message}; try again."),
        _ => null,
    };

    private static ProblemDetails Problem(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
