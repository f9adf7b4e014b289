using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.LabelGraph;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.GraphMatch;

public sealed class When_words_are_matched
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_give_every_word_its_labels_and_every_label_its_ancestors()
    {
        await using var host = await GraphMatchHost.StartAsync();
        await host.Graph.Loaded;
        await EditAsync(host, new(LabelGraphEditKind.PutLabel, "泛娱乐"));
        await EditAsync(host, new(LabelGraphEditKind.PutLabel, "游戏", ["泛娱乐"]));
        await EditAsync(host, new(LabelGraphEditKind.PutLabel, "LOL", ["游戏"]));
        await EditAsync(host, new(LabelGraphEditKind.PutLabel, "明星", ["泛娱乐"]));
        await EditAsync(host, new(LabelGraphEditKind.PutWord, "LOL", Word: "闪现", Weight: 0.9));
        await EditAsync(host, new(LabelGraphEditKind.PutWord, "明星", Word: "闪现", Weight: 0.5));
        await EditAsync(host, new(LabelGraphEditKind.PutWord, "明星", Word: "主演"));

        var deadline = DateTime.UtcNow.AddMinutes(1);
        var request = new MatchLabels([new(["闪现", "没有", "主演", "闪现"], deadline), new([], deadline), new(["主演"], DateTime.UtcNow.AddSeconds(-1))]);
        var answer = (await host.Client<MatchLabels>().GetResponse<LabelsMatched>(request, Cancelled)).Message;

        answer.GraphVersion.ShouldBe(7);
        LabelWeight[] ambiguous = [new("LOL", 0.9), new("明星", 0.5)];
        answer.Texts[0].Words.Select(word => word.Index).ShouldBe([0, 2, 3]);
        answer.Texts[0].Words[0].Labels.ShouldBe(ambiguous);
        answer.Texts[0].Words[1].Labels.ShouldBe([new LabelWeight("明星", 0.75)]);
        answer.Texts[0].Words[2].Labels.ShouldBe(ambiguous);
        answer.Texts[1].ShouldSatisfyAllConditions(text => text.Words.ShouldBeEmpty(), text => text.Error.ShouldBeNull());
        answer.Texts[2].Error.ShouldNotBeNull();
        answer.Ancestors.ShouldHaveSingleItem();
        answer.Ancestors["LOL"].ShouldBe(["游戏"]);
    }

    private static async Task EditAsync(GraphMatchHost host, LabelGraphEdit edit) =>
        (await host.Writer.EditAsync(edit, Cancelled)).Edited.ShouldNotBeNull();
}
