using LabelPlatform.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api;

public class WarmUpTests
{
    private readonly TaskCompletionSource _asked = new();
    private readonly TaskCompletionSource<int> _status = new();
    private readonly WarmUpHealthCheck _health = new();

    [Fact]
    public async Task Should_be_ready_only_after_the_first_answer()
    {
        await using var app = await StartAsync();

        var warmUp = WarmUp(app);
        await _asked.Task;
        var before = await StatusAsync();
        _status.SetResult(200);
        await warmUp;

        before.ShouldBe(HealthStatus.Unhealthy);
        (await StatusAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_be_ready_also_when_the_answer_is_that_stages_are_away()
    {
        await using var app = await StartAsync();
        _status.SetResult(503);

        await WarmUp(app);

        (await StatusAsync()).ShouldBe(HealthStatus.Healthy);
    }

    private async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/label", async () =>
        {
            _asked.SetResult();
            return Results.StatusCode(await _status.Task);
        });
        await app.StartAsync();
        return app;
    }

    private Task WarmUp(WebApplication app) =>
        new WarmUp(app.Services.GetRequiredService<IServer>(), _health, NullLogger<WarmUp>.Instance).StartedAsync(CancellationToken.None);

    private async Task<HealthStatus> StatusAsync() => (await _health.CheckHealthAsync(new HealthCheckContext())).Status;
}
