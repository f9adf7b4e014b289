using Microsoft.AspNetCore.Http.Features;

namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Answers with the metrics at their path. It is no endpoint, because its path is known only when the server starts.</summary>
internal sealed class PrometheusMiddleware(RequestDelegate next, PrometheusConfig config, MetricRegistry registry)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!config.Enabled || !string.Equals(context.Request.Path.Value, config.Path, StringComparison.Ordinal))
            return next(context);

        context.Response.ContentType = "text/plain";
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target == config.Path)
            return context.Response.WriteAsync(registry.ToPrometheus(), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsync($"Unexpected path: {target}. Should be {config.Path}", context.RequestAborted);
    }
}
