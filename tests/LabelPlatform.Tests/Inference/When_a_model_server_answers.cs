using LabelPlatform.Contracts.Inference;
using LabelPlatform.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_model_server_answers : IDisposable
{
    private readonly ModelFolder _models = new();

    [Fact]
    public async Task Should_ask_once_with_the_different_rows_of_all_texts()
    {
        _models.AddVersion("movie", 7, "影视", ["电影", "好看"], threshold: 0.41);
        _models.WriteConfig(("movie", [7]));
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.9], [0.25]]}""");
        using var host = new InferenceHost(_models, server);

        var predicted = await host.PredictAsync([
            host.Text(["电影", "好看"], "影视"),
            host.Text(["好看"], "影视"),
            host.Text(["电影", "很", "好看"], "影视")]);

        var request = await server.NextAsync();
        request.Path.ShouldBe("/v1/models/movie/versions/7:predict");
        request.ContentType.ShouldBe("application/json");
        request.Body.ShouldBe("""{"instances":[[0,1,2],[0,0,2]]}""");
        server.Rest().ShouldBeEmpty();
        predicted.Select(text => text.Predictions.ShouldHaveSingleItem()).ShouldBe([
            new LabelPrediction("影视", "影视", "movie", 7, 0.9, 0.41),
            new LabelPrediction("影视", "影视", "movie", 7, 0.25, 0.41),
            new LabelPrediction("影视", "影视", "movie", 7, 0.9, 0.41)]);
        predicted.ShouldAllBe(text => text.Failures.Length == 0 && text.Error == null);
    }

    [Fact]
    public async Task Should_judge_a_label_without_a_model_by_its_nearest_ancestor_that_has_one()
    {
        _models.AddVersion("game", 1, "游戏", ["皮肤"]);
        _models.WriteConfig(("game", [1]));
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.75]]}""");
        using var host = new InferenceHost(_models, server);
        var ancestors = new Dictionary<string, IReadOnlyList<string>> { ["LOL"] = ["网游", "游戏"], ["综艺"] = ["影视"] };

        var predicted = (await host.PredictAsync([host.Text(["皮肤"], "LOL", "游戏", "综艺", "美食")], ancestors)).ShouldHaveSingleItem();

        predicted.Predictions.ShouldBe([
            new LabelPrediction("LOL", "游戏", "game", 1, 0.75, 0.5),
            new LabelPrediction("游戏", "游戏", "game", 1, 0.75, 0.5)]);
        predicted.Failures.ShouldBeEmpty();
        (await server.NextAsync()).Body.ShouldBe("""{"instances":[[0,0,1]]}""");
        server.Rest().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_ask_each_model_about_the_texts_that_need_it_only()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"]);
        _models.AddVersion("game", 1, "游戏", ["皮肤"]);
        _models.WriteConfig(("movie", [1]), ("game", [1]));
        await using var server = await StubServer.StartAsync((context, request) =>
            context.Response.WriteAsync(request.Path.Contains("movie", StringComparison.Ordinal) ? """{"predictions": [[0.125]]}""" : """{"predictions": [[0.5], [0.875]]}"""));
        using var host = new InferenceHost(_models, server);

        var predicted = await host.PredictAsync([host.Text(["电影"], "游戏", "影视"), host.Text(["皮肤"], "游戏")]);

        predicted[0].Predictions.Select(prediction => (prediction.Label, prediction.Probability)).ShouldBe([("游戏", 0.5), ("影视", 0.125)]);
        predicted[1].Predictions.Select(prediction => (prediction.Label, prediction.Probability)).ShouldBe([("游戏", 0.875)]);
        server.Rest().Select(request => request.Body).ShouldBe(["""{"instances":[[0,0,1]]}""", """{"instances":[[0,0,0],[0,0,1]]}"""], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_take_each_model_from_the_server_that_has_it()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"]);
        _models.AddVersion("game", 1, "游戏", ["皮肤"]);
        _models.WriteConfig(("movie", [1]), ("game", [1]));
        await using var movies = await StubServer.AnsweringAsync("""{"predictions": [[0.125]]}""");
        await using var games = await StubServer.AnsweringAsync("""{"predictions": [[0.875]]}""");
        using var host = new InferenceHost(
            ("ModelsConfig", _models.Config),
            ("Servers:0:Url", movies.Url), ("Servers:0:Models", "mov*"),
            ("Servers:1:Url", games.Url + "/"), ("Servers:1:Models", "g?me"));

        var predicted = await host.PredictAsync(host.Text(["电影"], "影视", "游戏"));

        predicted.Predictions.Select(prediction => (prediction.Label, prediction.Probability)).ShouldBe([("影视", 0.125), ("游戏", 0.875)]);
        (await games.NextAsync()).Path.ShouldBe("/v1/models/game/versions/1:predict");
    }

    [Fact]
    public async Task Should_leave_texts_alone_whose_deadline_has_passed()
    {
        _models.AddVersion("movie", 1, "影视", ["电影"]);
        _models.WriteConfig(("movie", [1]));
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.9]]}""");
        using var host = new InferenceHost(_models, server);
        var late = host.Text(["电影"], "影视") with { Deadline = host.Time.GetUtcNow().UtcDateTime };

        var predicted = await host.PredictAsync([late, host.Text(["未知"], "影视")]);

        predicted[0].Error.ShouldNotBeNull().ShouldContain("deadline passed");
        predicted[0].Predictions.ShouldBeEmpty();
        predicted[1].Predictions.ShouldHaveSingleItem().Probability.ShouldBe(0.9);
        (await server.NextAsync()).Body.ShouldBe("""{"instances":[[0,0,0]]}""");
    }

    [Fact]
    public async Task Should_use_the_words_of_texts_with_surrogate_pairs()
    {
        _models.AddVersion("movie", 1, "影视", ["😋", "好看"]);
        _models.WriteConfig(("movie", [1]));
        await using var server = await StubServer.AnsweringAsync("""{"predictions": [[0.9]]}""");
        using var host = new InferenceHost(_models, server);

        await host.PredictAsync(host.Text(["𠮷野家", "😋", "好看"], "影视"));

        (await server.NextAsync()).Body.ShouldBe("""{"instances":[[0,1,2]]}""");
    }

    public void Dispose() => _models.Dispose();
}
