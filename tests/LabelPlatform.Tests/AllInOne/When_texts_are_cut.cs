using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.AllInOne;

public sealed class When_texts_are_cut(AllInOneApplication application) : IClassFixture<AllInOneApplication>
{
    private const string Original = "我的眼睛很大很大,可以装得下天空，装得下高山，装得下大海，装得下整个世界；我的眼睛又很小很小，有心事时，就连两行眼泪，也装不下.";

    [Fact]
    public async Task Should_give_the_originals_words()
    {
        // original-behaviour §1: LU api/urls.py
        var words = await CutAsync(Original, "");

        words.ShouldBe(
            ["眼睛", "很大", "很大", "装得", "天空", "装得", "高山", "装得", "大海", "装得", "整个", "世界", "眼睛", "很小", "很小", "心事", "两行", "眼泪", "装不下"]);
    }

    [Fact]
    public async Task Should_give_the_whole_text_when_raw() =>
        string.Concat(await CutAsync(Original, "?raw=true")).ShouldBe(Original);

    [Fact]
    public async Task Should_use_the_vocabulary_unless_told_otherwise()
    {
        await application.SendAsync(HttpMethod.Put, "/v1/graph/word?word=奇怪组合词汇&label=民谣");

        (await CutAsync("奇怪组合词汇", "")).ShouldBe(["奇怪组合词汇"]);
        (await CutAsync("奇怪组合词汇", "?userDictionary=false")).ShouldBe(["奇怪", "组合", "词汇"]);
    }

    [Fact]
    public async Task Should_count_offsets_in_code_points()
    {
        var answer = await application.PostAsync("/v1/words", """{"texts":["😋天空"]}""");

        var word = answer["items"]![0]!["words"]!.AsArray().ShouldHaveSingleItem()!;
        (word["start"]!.GetValue<int>(), word["length"]!.GetValue<int>()).ShouldBe((1, 2));
    }

    private async Task<string[]> CutAsync(string text, string query)
    {
        var answer = await application.PostAsync($"/v1/words{query}", new JsonObject { ["texts"] = new JsonArray(text) }.ToJsonString());
        return [.. answer["items"]![0]!["words"]!.AsArray().Select(word => word!["word"]!.GetValue<string>())];
    }
}
