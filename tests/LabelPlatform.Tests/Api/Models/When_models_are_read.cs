using LabelPlatform.Contracts.Models;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Models;

public sealed class When_models_are_read
{
    [Fact]
    public async Task Should_list_them()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler().Answer<GetModels>(_ => new ModelsFound([GameModel.Details])));

        (await host.GetAsync("/v1/models")).ShouldBe(200, $$"""{"models":[{{GameModel.Json}}]}""");
    }

    [Fact]
    public async Task Should_show_one()
    {
        var scheduler = new FakeScheduler().Answer<GetModel>(_ => new ModelFound(GameModel.Details));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.GetAsync("/v1/models/game")).ShouldBe(200, GameModel.Json);

        scheduler.Asked.ShouldHaveSingleItem().ShouldBe(new GetModel("game"));
    }

    [Fact]
    public async Task Should_show_a_version()
    {
        var scheduler = new FakeScheduler().Answer<GetModelVersion>(_ => new ModelVersionFound(GameModel.Version));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.GetAsync("/v1/models/game/versions/1764200000")).ShouldBe(200, GameModel.VersionJson);

        scheduler.Asked.ShouldHaveSingleItem().ShouldBe(new GetModelVersion("game", 1764200000));
    }

    [Fact]
    public async Task Should_say_what_there_is_not()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler()
            .Answer<GetModel>(request => new ModelNotFound(request.Model))
            .Answer<GetModelVersion>(request => new ModelNotFound(request.Model, request.Version)));

        (await host.GetAsync("/v1/models/none")).ShouldBeProblem(404, "No such model", "There is no model none.");
        (await host.GetAsync("/v1/models/game/versions/7")).ShouldBeProblem(404, "No such version", "There is no version 7 of a model game.");
        (await host.GetAsync("/v1/models/game/versions/newest")).Status.ShouldBe(400);
    }
}
