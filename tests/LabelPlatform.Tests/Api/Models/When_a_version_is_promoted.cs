using LabelPlatform.Contracts.Models;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Models;

public sealed class When_a_version_is_promoted
{
    private const string Promote = "/v1/models/game/versions/1764200000/promote";
    private const string RollBack = "/v1/models/game/rollback";

    [Theory]
    [InlineData("", null)]
    [InlineData("?by=艾达", "艾达")]
    public async Task Should_show_the_model_as_it_is_now(string query, string? by)
    {
        var scheduler = new FakeScheduler()
            .Answer<PromoteModel>(_ => new ModelPromoted(GameModel.Details))
            .Answer<RollBackModel>(_ => new ModelPromoted(GameModel.Details));
        await using var host = await ApiHost.StartAsync(scheduler);

        (await host.PostAsync(Promote + query)).ShouldBe(200, GameModel.Json);
        (await host.PostAsync(RollBack + query)).ShouldBe(200, GameModel.Json);

        scheduler.Asked.ShouldBe([new PromoteModel("game", 1764200000, by), new RollBackModel("game", by)]);
    }

    [Fact]
    public async Task Should_say_why_it_cannot_go_live()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler()
            .Answer<PromoteModel>(_ => new ModelPromotionRejected("The files of version 1764200000 are removed; train the label again."))
            .Answer<RollBackModel>(_ => new ModelPromotionRejected("There is no version before the live one.")));

        (await host.PostAsync(Promote)).ShouldBeProblem(
            409, "The version cannot go live", "The files of version 1764200000 are removed; train the label again.");
        (await host.PostAsync(RollBack)).ShouldBeProblem(409, "The version cannot go live", "There is no version before the live one.");
    }

    [Fact]
    public async Task Should_say_what_there_is_not()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler()
            .Answer<PromoteModel>(request => new ModelNotFound(request.Model, request.Version))
            .Answer<RollBackModel>(request => new ModelNotFound(request.Model)));

        (await host.PostAsync(Promote)).ShouldBeProblem(404, "No such version", "There is no version 1764200000 of a model game.");
        (await host.PostAsync(RollBack)).ShouldBeProblem(404, "No such model", "There is no model game.");
    }

    [Theory]
    [InlineData(Promote + "?by=%20")]
    [InlineData(RollBack + "?by=%0A")]
    public async Task Should_refuse_a_name_that_is_none(string path)
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler());

        (await host.PostAsync(path)).ShouldBeProblem(400, "The request cannot be used", "by must be 1 to 100 characters without control characters.");
    }

    [Fact]
    public async Task Should_name_who_did_not_answer()
    {
        await using var host = await ApiHost.StartAsync(new FakeScheduler(), ("TrainingApi:TimeoutSeconds", "1"));

        (await host.PostAsync(Promote)).ShouldBeProblem(
            503, "A part of the platform is not available", "TrainingScheduler did not answer in time; try again.");
    }
}
