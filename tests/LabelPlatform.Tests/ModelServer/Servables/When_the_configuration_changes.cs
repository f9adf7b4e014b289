using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class When_the_configuration_changes : IDisposable
{
    private readonly ServablesHost _host = new();

    public When_the_configuration_changes()
    {
        _host.AddVersion("movie", 1);
        _host.AddVersion("movie", 2);
        _host.AddVersion("game", 1);
    }

    [Fact]
    public async Task Should_load_what_is_new_and_unload_what_is_not_named()
    {
        await _host.StartAsync("movie");

        _host.Configure(("game", ""));
        Reload();

        await _host.UntilAsync("game", "1 Available");
        _host.States("movie").ShouldBe(["2 End"]);
        _host.Refused(new ServableRequest("movie")).Code.ShouldBe(StatusCode.NotFound);
        (await _host.HealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_find_it_by_itself()
    {
        await _host.StartAsync("movie", ("ModelConfigFilePollWaitSeconds", "5"), ("FileSystemPollWaitSeconds", "0"));

        _host.Configure(("game", ""));
        _host.Advance(TimeSpan.FromSeconds(5));

        await _host.UntilAsync("game", "1 Available");
    }

    [Fact]
    public async Task Should_follow_the_version_policy()
    {
        await _host.StartAsync("movie");

        _host.Configure(("movie", "model_version_policy { specific { versions: 1 } }"));
        Reload();
        await _host.UntilAsync("movie", "2 End", "1 Available");

        _host.Configure(("movie", "model_version_policy { all { } }"));
        Reload();
        await _host.UntilAsync("movie", "2 Available", "1 Available");
    }

    [Theory]
    [InlineData("model_config_list { config { name: 'm' } }", "Line 1: model 'm' has no base_path.")]
    [InlineData("model_config_list { config { name: 'm' base_path: 'm' } }", "Line 1: model 'm' has the base_path 'm', which is not absolute.")]
    public async Task Should_keep_the_old_one_when_the_new_one_is_bad(string text, string problem)
    {
        await _host.StartAsync("movie");

        await File.WriteAllTextAsync(_host.Config, text);
        Reload();

        _host.States("movie").ShouldBe(["2 Available"]);
        var health = await _host.HealthAsync();
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries["servables"].Description.ShouldNotBeNull().ShouldEndWith($"{_host.Config}: {problem}");

        _host.Configure(("movie", ""));
        Reload();
        (await _host.HealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_keep_the_old_one_when_the_file_is_gone()
    {
        await _host.StartAsync("movie");

        File.Delete(_host.Config);
        Reload();

        _host.States("movie").ShouldBe(["2 Available"]);
        _host.Source.ConfigurationProblem.ShouldNotBeNull().ShouldContain(_host.Config);
    }

    public void Dispose() => _host.Dispose();

    private void Reload()
    {
        _host.Source.ReloadConfiguration();
        _host.Source.PollFolders();
    }
}
