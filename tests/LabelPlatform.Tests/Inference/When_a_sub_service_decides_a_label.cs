using LabelPlatform.Contracts.Inference;
using LabelPlatform.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference;

public sealed class When_a_sub_service_decides_a_label
{
    [Fact]
    public async Task Should_send_the_kept_words_as_the_original_did()
    {
        await using var service = await StubServer.AnsweringAsync("0.9164116\n");
        using var host = new InferenceHost(Settings(service.Url + "/predict/"));
        var text = host.Text(["我是", "美妆", "博主"], "美妆");
        text = text with { Words = [text.Words[0], text.Words[1] with { Kept = false }, text.Words[2]] };

        var predicted = await host.PredictAsync(text);

        predicted.Predictions.ShouldBe([new LabelPrediction("美妆", "美妆", "sub-service:美妆", 0, 0.9164116, 0.6)]);
        var request = await service.NextAsync();
        request.Path.ShouldBe("/predict/");
        request.ContentType.ShouldBe("application/x-www-form-urlencoded");
        QueryHelpers.ParseQuery(request.Body).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            field => field.Key.ShouldBe("word_list"),
            field => field.Value.ToString().ShouldBe("['我是', '博主']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[0.9]")]
    [InlineData("'0.9'")]
    [InlineData("0,9")]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("0x1")]
    [InlineData("__import__('os').getcwd()")]
    [InlineData("0.99999999999999999999999999999999999999999999999999999999999999999999999999")]
    public async Task Should_take_a_number_and_nothing_else(string body)
    {
        await using var service = await StubServer.AnsweringAsync(body);
        using var host = new InferenceHost(Settings(service.Url));

        var predicted = await host.PredictAsync(host.Text(["美妆"], "美妆"));

        predicted.Predictions.ShouldBeEmpty();
        predicted.Failures.ShouldHaveSingleItem().Reason.ShouldStartWith("answered ");
    }

    [Fact]
    public async Task Should_name_the_texts_it_did_not_answer_and_keep_the_others()
    {
        await using var service = await StubServer.StartAsync(async (context, request) =>
        {
            if (request.Body.Contains(Uri.EscapeDataString("坏"), StringComparison.Ordinal))
                await request.Aborted.Task;
            await context.Response.WriteAsync("0.75");
        });
        using var host = new InferenceHost(Settings(service.Url, "半个"));
        using var answered = new AnsweredCalls("sub-service", 2);

        var predicting = host.PredictAsync([host.Text(["好"], "半个"), host.Text(["坏"], "半个"), host.Text(["也好"], "半个")]);
        for (var call = 0; call < 3; call++)
            await service.NextAsync();
        await answered.WaitAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var predicted = await predicting;

        predicted.Select(text => text.Predictions.Length).ShouldBe([1, 0, 1]);
        predicted[1].Failures.ShouldHaveSingleItem().Reason.ShouldBe("no answer within 1000 ms");
    }

    [Fact]
    public async Task Should_go_before_a_model_of_the_same_label()
    {
        using var models = new ModelFolder();
        models.AddVersion("beauty", 1, "美妆", ["美妆"]);
        models.WriteConfig(("beauty", [1]));
        await using var service = await StubServer.AnsweringAsync("1");
        using var host = new InferenceHost([("ModelsConfig", models.Config), ("Servers:0:Url", "http://127.0.0.1:1"), .. Settings(service.Url)]);

        (await host.PredictAsync(host.Text(["美妆"], "美妆"))).Predictions.ShouldHaveSingleItem().Probability.ShouldBe(1);
        host.Catalogs.Current.Problems.ShouldHaveSingleItem().ShouldContain("'beauty'");
    }

    private static (string, string)[] Settings(string url, string label = "美妆") =>
        [("SubServices:0:Label", label), ("SubServices:0:Url", url), ("SubServices:0:Threshold", "0.6")];
}
