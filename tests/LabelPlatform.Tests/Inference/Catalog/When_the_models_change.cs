using LabelPlatform.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference.Catalog;

public sealed class When_the_models_change : IDisposable
{
    private readonly ModelFolder _models = new();

    public When_the_models_change()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"], threshold: 0.4);
        _models.WriteConfig(("movie", [1]));
    }

    [Fact]
    public async Task Should_use_the_new_version_from_the_next_message_on()
    {
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.75]]}""");
        using var host = new InferenceHost(_models, server);

        _models.AddVersion("movie", 2, "影视", ["好看", "电影"], threshold: 0.6);
        _models.WriteConfig(("movie", [2, 1]));
        host.Catalogs.Refresh();
        var predicted = await host.PredictAsync(host.Text(["电影"], "影视"));

        predicted.Predictions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            prediction => prediction.Version.ShouldBe(2),
            prediction => prediction.Threshold.ShouldBe(0.6));
        (await server.NextAsync()).Body.ShouldBe("""{"instances":[[0,0,2]]}""");
    }

    [Fact]
    public void Should_keep_the_catalogue_when_nothing_changed()
    {
        using var host = Host();
        var before = host.Catalogs.Current;

        host.Catalogs.Refresh();

        host.Catalogs.Current.ShouldBeSameAs(before);
    }

    [Fact]
    public void Should_forget_models_that_are_listed_no_more()
    {
        using var host = Host();

        _models.WriteConfig("");
        host.Catalogs.Refresh();

        host.Catalogs.Current.Labels.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_the_catalogue_and_say_so_when_the_file_breaks()
    {
        using var host = Host();
        var before = host.Catalogs.Current;

        _models.WriteConfig("model_config_list {\n  config { name \"movie\"");
        host.Catalogs.Refresh();

        host.Catalogs.Current.ShouldBeSameAs(before);
        var health = await host.HealthAsync();
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries["models"].Description.ShouldNotBeNull().ShouldContain("Line 2");

        _models.WriteConfig(("movie", [1]));
        host.Catalogs.Refresh();
        (await host.HealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Should_start_without_the_file_and_take_it_when_it_comes()
    {
        File.Delete(_models.Config);
        using var host = Host();
        (await host.HealthAsync()).Status.ShouldBe(HealthStatus.Degraded);

        _models.WriteConfig(("movie", [1]));
        host.Catalogs.Refresh();

        host.Catalogs.Current.Labels.ShouldBe(["影视"]);
        (await host.HealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public void Should_take_a_manifest_that_comes_later()
    {
        var manifest = Path.Combine(_models.Extra("movie", 1), "model.json");
        File.Move(manifest, manifest + ".later");
        using var host = Host();
        host.Catalogs.Current.Labels.ShouldBeEmpty();
        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldBe("'movie' version 1: assets.extra/labelplatform/model.json is missing");

        File.Move(manifest + ".later", manifest);
        host.Catalogs.Refresh();

        host.Catalogs.Current.Labels.ShouldBe(["影视"]);
        host.Catalogs.Current.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Should_keep_a_version_whose_files_break_later()
    {
        using var host = Host();

        File.WriteAllText(Path.Combine(_models.Extra("movie", 1), "vocabulary.txt"), "cut off");
        host.Catalogs.Refresh();

        host.Catalogs.Current.Labels.ShouldBe(["影视"]);
        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldContain("vocabulary.txt: The last line is cut off");
    }

    public void Dispose() => _models.Dispose();

    private InferenceHost Host() => new(("ModelsConfig", _models.Config), ("Servers:0:Url", "http://127.0.0.1:1"));
}
