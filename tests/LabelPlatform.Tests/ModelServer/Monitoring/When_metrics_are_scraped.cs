using System.Text;
using LabelPlatform.ModelServer.Monitoring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Monitoring;

public class When_metrics_are_scraped
{
    private const string MetricsPath = "/monitoring/prometheus/metrics";

    [Fact]
    public async Task Should_answer_with_them() =>
        (await AskAsync(MetricsPath)).ShouldBe((200, "text/plain", "# TYPE :tensorflow:serving:request_count counter\n"));

    [Fact]
    public async Task Should_refuse_a_query() =>
        (await AskAsync(MetricsPath + "?x=1")).ShouldBe((400, "text/plain", $"Unexpected path: {MetricsPath}?x=1. Should be {MetricsPath}"));

    [Theory]
    [InlineData("/v1/models/movie")]
    [InlineData("/Monitoring/prometheus/metrics")]
    public async Task Should_leave_other_paths_to_others(string path) => (await AskAsync(path)).ShouldBe((404, null, ""));

    [Fact]
    public async Task Should_do_nothing_when_they_are_off() => (await AskAsync(MetricsPath, enabled: false)).ShouldBe((404, null, ""));

    private static async Task<(int Status, string? ContentType, string Body)> AskAsync(string target, bool enabled = true)
    {
        var registry = new MetricRegistry();
        registry.AddCounter("/tensorflow/serving/request_count", "model_name", "status");
        var middleware = new PrometheusMiddleware(NotFound, new PrometheusConfig(enabled, MetricsPath), registry);
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        context.Request.Path = target.Split('?')[0];
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;

        await middleware.InvokeAsync(context);

        return (context.Response.StatusCode, context.Response.ContentType, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
