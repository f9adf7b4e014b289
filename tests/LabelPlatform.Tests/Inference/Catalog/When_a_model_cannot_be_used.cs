using LabelPlatform.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference.Catalog;

public sealed class When_a_model_cannot_be_used : IDisposable
{
    private readonly ModelFolder _models = new();

    public When_a_model_cannot_be_used() => _models.AddVersion("movie", 1, "影视", ["电影"]);

    [Fact]
    public async Task Should_refuse_it_by_name_and_use_the_others()
    {
        _models.AddVersion("game", 1, "游戏", ["皮肤"], network: "transformer");
        _models.WriteConfig(("game", [1]), ("movie", [1]), ("nothing", [3]));

        using var host = Host();

        host.Catalogs.Current.Labels.ShouldBe(["影视"]);
        host.Catalogs.Current.Problems.ShouldBe([
            "'game' version 1: its network 'transformer' is not supported",
            "'nothing' version 3: assets.extra/labelplatform/model.json is missing"]);
        var health = await host.HealthAsync();
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Entries["models"].Description.ShouldNotBeNull().ShouldContain("'game' version 1");
    }

    [Fact]
    public void Should_use_its_version_before()
    {
        _models.AddVersion("movie", 2, "影视", ["电影"], network: "transformer");
        _models.WriteConfig(("movie", [2, 1]));

        using var host = Host();

        host.Catalogs.Current.Labels.ShouldBe(["影视"]);
        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldStartWith("'movie' version 2: ");
    }

    [Fact]
    public void Should_leave_a_label_to_the_model_listed_first()
    {
        _models.AddVersion("film", 1, "影视", ["电影"]);
        _models.WriteConfig(("film", [1]), ("movie", [1]));

        using var host = Host();

        host.Catalogs.Current.Problems.ShouldBe(["'movie': its label '影视' is decided by 'film' already"]);
    }

    [Fact]
    public void Should_not_mix_labels_of_versions()
    {
        _models.AddVersion("movie", 2, "综艺", ["电影"]);
        _models.WriteConfig(("movie", [2, 1]));

        using var host = Host();

        host.Catalogs.Current.Labels.ShouldBe(["综艺"]);
        host.Catalogs.Current.Problems.ShouldBe(["'movie' version 1: it decides '影视', the live version '综艺'"]);
    }

    [Theory]
    [InlineData("{", "model.json: ")]
    [InlineData("null", "model.json: the manifest is null")]
    [InlineData("""{"model": "movie"}""", "label")]
    [InlineData("""{"label":"影视","model":"game","version":1,"network":"embedding","words":"kept","features":{}}""", "of the model 'game'")]
    [InlineData("""{"label":"影视","model":"movie","version":2,"network":"embedding","words":"kept","features":{}}""", "of version 2")]
    [InlineData("""{"label":" ","model":"movie","version":1,"network":"embedding","words":"kept","features":{}}""", "names no label")]
    [InlineData("""{"label":"影视","model":"movie","version":1,"network":"embedding","words":"all","features":{}}""", "words")]
    [InlineData("""{"label":"影视","model":"movie","version":1,"network":"embedding","words":"kept","features":{}}""", "cutlen is 0")]
    [InlineData("""{"label":"影视","model":"movie","version":1,"network":"embedding","words":"kept","features":[]}""", "model.json: ")]
    [InlineData("""{"label":"影视","model":"movie","version":1,"network":"embedding","words":"kept","features":null}""", "features is null")]
    [InlineData("""{"label":"影视","model":"movie","version":1,"network":"embedding","words":"kept","threshold":1.5,"features":{}}""", "threshold 1.5")]
    [InlineData("""{"label":"影视","model":"movie","version":1,"network":"embedding","words":"kept","threshold":"0.5","features":{}}""", "threshold")]
    public void Should_say_what_is_wrong_with_its_manifest(string manifest, string problem)
    {
        File.WriteAllText(Path.Combine(_models.Extra("movie", 1), "model.json"), manifest);
        _models.WriteConfig(("movie", [1]));

        using var host = Host();

        host.Catalogs.Current.Labels.ShouldBeEmpty();
        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldContain(problem);
    }

    [Theory]
    [InlineData("Movie", "/models/movie", "its name")]
    [InlineData("../movie", "/models/movie", "its name")]
    [InlineData("movie", "models/movie", "not absolute")]
    public void Should_refuse_unusable_names_and_paths(string name, string basePath, string problem)
    {
        _models.WriteConfig($$"""model_config_list { config { name: "{{name}}" base_path: "{{basePath}}" } }""");

        using var host = Host();

        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldContain(problem);
    }

    [Fact]
    public void Should_refuse_one_that_no_server_has()
    {
        _models.WriteConfig(("movie", [1]));

        using var host = new InferenceHost(
            ("ModelsConfig", _models.Config), ("Servers:0:Url", "http://127.0.0.1:1"), ("Servers:0:Models", "game*"));

        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldContain("no server");
    }

    [Fact]
    public void Should_find_versions_that_are_not_listed()
    {
        _models.AddVersion("movie", 2, "影视", ["电影"]);
        Directory.CreateDirectory(Path.Combine(_models.BasePath("movie"), ".staging"));
        _models.WriteConfig($$"""model_config_list { config { name: "movie" base_path: "{{_models.BasePath("movie")}}" model_version_policy { latest { num_versions: 2 } } } }""");

        using var host = Host();

        host.Catalogs.Current.Labels.ShouldBe(["影视"]);
        host.Catalogs.Current.Problems.ShouldBeEmpty();
    }

    public void Dispose() => _models.Dispose();

    private InferenceHost Host() => new(("ModelsConfig", _models.Config), ("Servers:0:Url", "http://127.0.0.1:1"));
}
