using System.Text.Json;
using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public class WordIndexTests
{
    [Fact]
    public void Find_GoldenCasesOfWordLists_EqualKeras()
    {
        // The other cases have options, or strings instead of lists, which the original never uses.
        var cases = GoldenCases.Read("tokenizer_cases.json").Where(IsListWithDefaults).ToArray();
        cases.Length.ShouldBeGreaterThanOrEqualTo(4);

        foreach (var item in cases)
        {
            var index = new WordIndex([.. item.GetProperty("word_index").EnumerateObject().OrderBy(word => word.Value.GetInt32()).Select(word => word.Name)]);
            var sequences = item.GetProperty("texts").EnumerateArray()
                .Select(text => text.EnumerateArray().Select(word => index.Find(word.GetString()!)).Where(id => id != 0).ToArray());

            sequences.ShouldBe(item.Rows("sequences"), item.Name());
        }
    }

    [Fact]
    public void Find_LongWord_IsFound()
    {
        var word = new string('Ａ', 5000);

        new WordIndex([new string('ａ', 5000)]).Find(word).ShouldBe(1);
    }

    [Fact]
    public void Find_EmptyWord_IsOneLikeAnyOther() => new WordIndex(["一", ""]).Find("").ShouldBe(2);

    [Fact]
    public void New_WordTwice_NamesBoth() =>
        Should.Throw<ArgumentException>(() => new WordIndex(["一", "二", "一"])).Message.ShouldStartWith("Word 3 '一' is the same as word 1.");

    private static bool IsListWithDefaults(JsonElement item) =>
        !item.GetProperty("args").EnumerateObject().Any()
        && item.GetProperty("texts").EnumerateArray().All(text => text.ValueKind is JsonValueKind.Array);
}
