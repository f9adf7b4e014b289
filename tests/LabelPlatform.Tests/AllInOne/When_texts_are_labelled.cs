using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_texts_are_labelled(AllInOneApplication application) : IClassFixture<AllInOneApplication>
{
    [Fact]
    public async Task Should_answer_the_READMEs_first_request()
    {
        var answer = await application.PostAsync("/v1/label", """{"texts":[{"id":"1","text":"王者荣耀新赛季的皮肤很好看"}]}""");

        var item = answer["items"]!.AsArray().ShouldHaveSingleItem()!;
        item["id"]!.GetValue<string>().ShouldBe("1");
        item["error"].ShouldBeNull();
        item["truncated"]!.GetValue<bool>().ShouldBeFalse();
        item["degraded"]!.AsArray().ShouldBeEmpty();
        var first = item["labels"]![0]!;
        first["label"]!.GetValue<string>().ShouldBe("王者农药");
        first["related"]!.AsArray().Select(title => title!.GetValue<string>()).ShouldBe(["游戏"]);
        answer["versions"]!["graph"]!.GetValue<long>().ShouldBeGreaterThan(0);
        answer["versions"]!["models"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_order_and_ids()
    {
        var answer = await application.PostAsync("/v1/label", """{"texts":[{"id":"同","text":"民谣"},{"id":"同","text":""},"恐怖片"]}""");

        answer["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ShouldBe(["同", "同", "2"]);
    }

    [Fact]
    public async Task Should_say_with_evidence_what_a_score_is_made_of()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词甲&label=民谣&weight=0.8");
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词乙&label=民谣&weight=0.7");

        var item = await application.LabelAsync("😋测试词甲和测试词乙", ""","include":["evidence"]""");

        var label = item["labels"]!.AsArray().ShouldHaveSingleItem()!;
        label["score"]!.GetValue<double>().ShouldBe(0.818); // sigmoid(1.5)
        label["related"]![0]!.GetValue<string>().ShouldBe("音乐");
        label["evidence"]!.AsArray().Select(Describe).ShouldBe(["测试词甲 1+4 graph 0.8", "测试词乙 6+4 graph 0.7"]);
    }

    [Fact]
    public async Task Should_keep_the_weights_of_ambiguous_words_without_models_and_say_so()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词丙&label=民谣&weight=0.6");
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词丙&label=恐怖&weight=0.9");

        var item = await application.LabelAsync("测试词丙", ""","include":["evidence"]""");

        item["labels"]!.AsArray().Select(label => label!["label"]!.GetValue<string>()).ShouldBe(["恐怖", "民谣"]);
        item["labels"]!.AsArray().ShouldAllBe(label => label!["evidence"]![0]!["unmodelled"]!.GetValue<bool>());
        item["degraded"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_return_the_best_labels_only_when_asked_to()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词丁&label=民谣&weight=0.6");
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词戊&label=恐怖&weight=0.9");

        (await application.LabelAsync("测试词丁测试词戊", ""","topK":1""")).Titles().ShouldBe(["恐怖"]);
        (await application.LabelAsync("测试词丁测试词戊", ""","minScore":0.7""")).Titles().ShouldBe(["恐怖"]); // sigmoid(.9) = .711, sigmoid(.6) = .646
    }

    [Fact]
    public async Task Should_look_at_the_first_200_code_points()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词己&label=民谣&weight=0.6");
        var before = string.Concat(Enumerable.Repeat("😋", 196));

        var inside = await application.LabelAsync(before + "测试词己");
        var outside = await application.LabelAsync(before + "。测试词己");

        (inside["truncated"]!.GetValue<bool>(), string.Join(',', inside.Titles())).ShouldBe((false, "民谣"));
        (outside["truncated"]!.GetValue<bool>(), string.Join(',', outside.Titles())).ShouldBe((true, ""));
    }

    [Fact]
    public async Task Should_answer_the_others_when_one_text_cannot_be_used()
    {
        var answer = await application.PostAsync("/v1/label", """{"texts":["\ud800","民谣歌手"]}""");

        answer["items"]![0]!["error"]!.GetValue<string>().ShouldContain("surrogate");
        answer["items"]![0]!["labels"]!.AsArray().ShouldBeEmpty();
        answer["items"]![1]!["error"].ShouldBeNull();
        answer["items"]![1]!.Titles().ShouldContain("民谣");
    }

    [Fact]
    public async Task Should_answer_a_thousand_texts_of_one_graph_version()
    {
        var texts = string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"第{number}首民谣\""));

        var answer = await application.PostAsync("/v1/label", $$"""{"texts":[{{texts}}],"deadlineMs":30000}""");

        answer["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()).ShouldBe(Enumerable.Range(0, 1000).Select(number => $"{number}"));
        answer["items"]!.AsArray().ShouldAllBe(item => item!.Titles().Contains("民谣"));
    }

    [Fact]
    public async Task Should_answer_as_the_original_did_on_its_route()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词庚&label=恐怖&weight=0.6");
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=测试词辛&label=LOL&weight=0.9");
        using var form = new FormUrlEncodedContent([new("text", "测试词庚测试词辛")]);

        using var response = await application.CreateClient().PostAsync("/api/get_label/", form);
        var fromJson = await application.PostAsync("/api/get_label/", """{"text":"测试词庚测试词辛"}""");

        // By label text, not by score.
        var expected = """[{"label":"LOL","score":0.711,"related":["游戏"]},{"label":"恐怖","score":0.646,"related":["影视"]}]""";
        (await response.Content.ReadAsStringAsync()).ShouldBe(expected);
        JsonNode.DeepEquals(fromJson, JsonNode.Parse(expected)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_answer_nothing_for_nothing_on_the_originals_route()
    {
        (await application.PostAsync("/api/get_label/", """{"text":""}""")).ToJsonString().ShouldBe("[]");
        using var response = await application.CreateClient().PostAsync("/api/get_label", new FormUrlEncodedContent([]));
        ((int)response.StatusCode).ShouldBe(400);
    }

    private static string Describe(JsonNode? evidence) => FormattableString.Invariant(
        $"{evidence!["word"]} {evidence["start"]}+{evidence["length"]} {evidence["source"]} {evidence["value"]!.GetValue<double>()}");
}
