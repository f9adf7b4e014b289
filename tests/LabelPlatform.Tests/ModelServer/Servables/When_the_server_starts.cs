using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using LabelPlatform.ServiceDefaults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class When_the_server_starts : IDisposable
{
    private readonly ServablesHost _host = new();

    [Fact]
    public async Task Should_not_be_ready_before_every_model_was_tried()
    {
        _host.AddVersion("movie", 1);
        _host.AddVersion("game", 1, "bad");
        var loading = _host.Loader.Hold("movie/1");
        _host.Configure(("movie", ""), ("game", ""));

        await _host.StartAsync(("MaxNumLoadRetries", "0"));
        (await _host.HealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);

        loading.Set();
        await _host.UntilAsync(() => _host.Manager.IsStarted);
        var health = await _host.HealthAsync();
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries["servables"].Description.ShouldBe("Model 'game' has no available version: version 1 is End. bad");
        _host.Served("movie").ShouldBe(1);
    }

    [Fact]
    public async Task Should_serve_the_one_model_of_the_options()
    {
        _host.AddVersion("movie", 3);
        _host.AddVersion("movie", 4);

        await _host.StartAsync(("ModelConfigFile", ""), ("ModelName", "film"), ("ModelBasePath", _host.BasePath("movie")));

        await _host.UntilAsync("film", "4 Available");
    }

    [Fact]
    public async Task Should_wait_for_models_that_come_later()
    {
        await _host.StartAsync("movie");
        (await _host.HealthAsync()).Status.ShouldBe(HealthStatus.Degraded);

        _host.AddVersion("movie", 1);
        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "1 Available");
        (await _host.HealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_not_look_at_folders_when_told_so()
    {
        _host.AddVersion("movie", 1);

        await _host.StartAsync("movie", ("FileSystemPollWaitSeconds", "-1"));

        _host.States("movie").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_not_start_with_a_bad_configuration()
    {
        await File.WriteAllTextAsync(_host.Config, "model_config_list {\n  config { name: 'm' } }");

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => _host.StartAsync());

        failure.Failures.ShouldBe([$"{_host.Config}: Line 2: model 'm' has no base_path."]);
    }

    [Fact]
    public async Task Should_not_start_when_the_configuration_breaks_after_it_was_checked()
    {
        await _host.StartAsync("movie");
        await File.WriteAllTextAsync(_host.Config, "model_config_list {");

        Should.Throw<InvalidConfigurationException>(() => _host.Source.Start(poll: true))
            .Message.ShouldStartWith($"The models' configuration cannot be used. {_host.Config}: Line 1: ");
    }

    [Fact]
    public async Task Should_not_start_without_anything_to_serve()
    {
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => _host.StartAsync(("ModelConfigFile", "")));

        failure.Failures.ShouldHaveSingleItem().ShouldStartWith("There is nothing to serve: give --model_config_file, or --model_base_path");
    }

    [Fact]
    public async Task Should_know_no_other_models()
    {
        await _host.StartAsync("movie");

        _host.Refused(new ServableRequest("game")).Message.ShouldBe("Servable not found for request: Latest(game)");
        _host.Refused(new ServableRequest("game", Label: "stable")).Message.ShouldBe("Unrecognized servable version label: stable");
        Should.Throw<SavedModelException>(() => _host.Manager.Statuses("game", 7)).Message.ShouldBe("Could not find version 7 of model game");
    }

    public void Dispose() => _host.Dispose();
}
