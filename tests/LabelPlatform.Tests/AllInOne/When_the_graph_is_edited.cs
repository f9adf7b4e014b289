using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_the_graph_is_edited(AllInOneApplication application) : IClassFixture<AllInOneApplication>
{
    [Fact]
    public async Task Should_match_a_new_word_at_once()
    {
        (await application.LabelAsync("新出现的怪词")).Titles().ShouldBeEmpty();

        var edited = await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=怪词&label=Rap&weight=0.5");
        var answer = await application.PostAsync("/v1/label", """{"texts":["新出现的怪词"]}""");

        answer["items"]![0]!.Titles().ShouldBe(["Rap"]);
        answer["versions"]!["graph"]!.GetValue<long>().ShouldBe(edited["version"]!.GetValue<long>());

        await application.SendAsync(HttpMethod.Delete, "/v1/graph/word?word=怪词&label=Rap");
        (await application.LabelAsync("新出现的怪词")).Titles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_a_label_whose_title_holds_a_slash()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/label?title=R%26B%2F灵魂乐&parent=音乐");
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=转音唱法&label=R%26B%2F灵魂乐");

        var label = await application.SendAsync(HttpMethod.Get, "/v1/graph/label?title=R%26B%2F灵魂乐");

        label["ancestors"]![0]!.GetValue<string>().ShouldBe("音乐");
        label["words"]![0]!["word"]!.GetValue<string>().ShouldBe("转音唱法");
        label["words"]![0]!["weight"]!.GetValue<double>().ShouldBe(0.75);
    }

    [Fact]
    public async Task Should_report_every_bad_line_and_import_nothing()
    {
        var before = await application.SendAsync(HttpMethod.Get, "/v1/graph");

        using var response = await SendAsync(HttpMethod.Patch, "/v1/graph/vocabulary", "好词语,民谣,0.5\n坏词语,没有这个标签,0.5\n,民谣,0.5\n重词语,民谣,2", "text/csv");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        problem["errors"]!.AsArray().Select(error => error!["line"]!.GetValue<int>()).ShouldBe([2, 3, 4]);
        var after = await application.SendAsync(HttpMethod.Get, "/v1/graph");
        JsonNode.DeepEquals(before, after).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_only_say_what_would_happen_on_a_dry_run()
    {
        using var response = await SendAsync(HttpMethod.Patch, "/v1/graph/vocabulary?dryRun=true", "干跑词语,民谣,0.5", "text/csv");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["relationsAdded"]!.GetValue<int>().ShouldBe(1);
        (await application.LabelAsync("干跑词语")).Titles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_give_back_what_was_imported()
    {
        using var tree = await SendAsync(HttpMethod.Get, "/v1/graph/tree?format=tsv", null, null);
        var exported = await tree.Content.ReadAsStringAsync();
        exported.ShouldContain("音乐\t民谣");

        using var again = await SendAsync(HttpMethod.Put, "/v1/graph/tree?dryRun=true", exported, "text/tab-separated-values");

        var edited = JsonNode.Parse(await again.Content.ReadAsStringAsync())!;
        (edited["labelsAdded"]!.GetValue<int>(), edited["labelsRemoved"]!.GetValue<int>(), edited["relationsRemoved"]!.GetValue<int>()).ShouldBe((0, 0, 0));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string? contentType) =>
        await application.CreateClient().SendAsync(new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType!),
        });
}
