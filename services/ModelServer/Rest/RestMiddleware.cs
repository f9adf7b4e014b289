using LabelPlatform.ModelServer.Buffers;
using LabelPlatform.SavedModels;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Rest;

/// <summary>
/// Answers all that is below <c>/v1/</c> as TensorFlow Serving would. It looks at the request target as it was sent, because names may hold
/// escaped slashes and colons, which the decoded path does not tell from others.
/// </summary>
internal sealed class RestMiddleware(RequestDelegate next, RestHandler handler, IOptions<RestOptions> options, ILogger<RestMiddleware> logger)
{
    private readonly RestOptions _options = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return RestRoute.Has(target) ? AnswerAsync(context, target) : next(context);
    }

    private async Task AnswerAsync(HttpContext context, string target)
    {
        if (_options.RestApiEnableCorsSupport)
            AddCorsHeaders(context.Response.Headers);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = IsPreflight(context.Request) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = _options.MaxRequestBodyBytes;
        using var reply = new PooledBuffer();
        try
        {
            var status = await AnswerAsync(context.Request, target, reply);
            await SendAsync(context.Response, status, reply);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.ClientGone(logger, target, exception);
        }
    }

    /// <returns>The HTTP status.</returns>
    private async Task<int> AnswerAsync(HttpRequest request, string target, PooledBuffer reply)
    {
        try
        {
            await handler.AnswerAsync(request, target, reply);
            return StatusCodes.Status200OK;
        }
        catch (SavedModelException exception)
        {
            return Fail(HttpStatus.Of(exception.Code), exception.Message);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Fail(
                exception.StatusCode,
                $"The body is larger than {_options.MaxRequestBodyBytes} bytes (ModelServer:MaxRequestBodyBytes); send it in several requests.");
        }
        catch (BadHttpRequestException exception)
        {
            return Fail(exception.StatusCode, exception.Message);
        }
        catch (Exception exception) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Log.RequestFailed(logger, target, exception);
            return Fail(StatusCodes.Status500InternalServerError, "Internal error; the server's log says more.");
        }

        int Fail(int status, string message)
        {
            reply.Clear();
            ErrorBody.Write(message, reply);
            return status;
        }
    }

    private static async Task SendAsync(HttpResponse response, int status, PooledBuffer reply)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = reply.Length;
        await response.BodyWriter.WriteAsync(reply.Memory);
    }

    private static bool IsPreflight(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Contains("http://", StringComparison.Ordinal) || origin.Contains("https://", StringComparison.Ordinal);
    }

    private static void AddCorsHeaders(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "POST, GET";
        headers.AccessControlAllowHeaders = "Content-Type";
    }
}
