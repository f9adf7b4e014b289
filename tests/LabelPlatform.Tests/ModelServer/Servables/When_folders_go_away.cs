using LabelPlatform.ModelServer.Servables;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class When_folders_go_away : IDisposable
{
    private readonly ServablesHost _host = new();

    public When_folders_go_away() => _host.AddVersion("movie", 1);

    [Fact]
    public async Task Should_go_back_to_the_version_before()
    {
        _host.AddVersion("movie", 2);
        await _host.StartAsync("movie");
        await _host.UntilAsync("movie", "2 Available");

        _host.RemoveVersion("movie", 2);
        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "2 End", "1 Available");
        _host.Served("movie").ShouldBe(1);
    }

    [Fact]
    public async Task Should_unload_all_when_no_version_is_left()
    {
        await _host.StartAsync("movie");

        _host.RemoveVersion("movie", 1);
        _host.Source.PollFolders();

        _host.States("movie").ShouldBe(["1 End"]);
        _host.Refused(new ServableRequest("movie")).Message.ShouldBe("Servable not found for request: Latest(movie)");
        (await _host.HealthAsync()).Entries["servables"].Description.ShouldNotBeNull().ShouldContain("'movie' has no available version: No versions of servable movie");
    }

    [Fact]
    public async Task Should_unload_nothing_when_the_base_path_is_missing()
    {
        await _host.StartAsync("movie");

        Directory.Move(_host.BasePath("movie"), _host.BasePath("away"));
        _host.Source.PollFolders();

        _host.States("movie").ShouldBe(["1 Available"]);
        _host.Source.Problems["movie"].ShouldStartWith("Could not find base path");
        (await _host.HealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_go_on_looking_at_the_other_models()
    {
        _host.Configure(("absent", ""), ("movie", ""));
        await _host.StartAsync();

        await _host.UntilAsync("movie", "1 Available");
        _host.States("absent").ShouldBeEmpty();
        var health = await _host.HealthAsync();
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries["servables"].Description.ShouldNotBeNull().ShouldStartWith("Model 'absent' has no available version: Could not find base path");
    }

    public void Dispose() => _host.Dispose();
}
