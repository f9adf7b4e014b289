using System.Text.Json;
using LabelPlatform.Api.Requests;
using LabelPlatform.Api.Training;
using LabelPlatform.Contracts.Training;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Training;

public sealed class TrainingRunRequestReaderTests
{
    private static readonly Guid RunId = Guid.Parse("11111111-0000-0000-0000-000000000001");

    [Fact]
    public void Read_RequiredFieldsOnly_LeavesTheRestToDefaults()
    {
        var message = Read("""{"dataset":"标题","labels":["游戏",{"label":"汽车","model":"car"}]}""").ToMessage(RunId);

        message.Labels.ShouldBe([new LabelToTrain("游戏"), new LabelToTrain("汽车", "car")]);
        (message with { Labels = null }).ShouldBe(
            new RequestTraining(RunId, "标题", null, new TrainingParameters(), "builtin", 0, PromotionRule.WhenNotWorse, null));
    }

    [Fact]
    public void Read_AllFields_ReadsThem()
    {
        var message = Read("""
            {"dataset":"d0123456789ab","labels":"all","network":"embedding","c":1000000,"positiveWeight":0.5,"epochs":10000,"goal":"precision",
             "goalValue":1,"seed":-9007199254740993,"profile":"keras","priority":-100,"promotion":"never","requestedBy":"艾达"}
            """).ToMessage(RunId);

        message.ShouldBe(new RequestTraining(
            RunId, "d0123456789ab", null,
            new TrainingParameters(TrainingNetwork.Embedding, 1_000_000, 0.5, 10_000, TrainingGoal.Precision, 1, -9007199254740993),
            "keras", -100, PromotionRule.Never, "艾达"));
    }

    [Fact]
    public void Read_NullFields_AreAsMissing() =>
        Read("""{"dataset":"d","labels":"all","goal":null,"goalValue":null,"c":null,"profile":null}""").ToMessage(RunId)
            .ShouldBe(new RequestTraining(RunId, "d", null, new TrainingParameters()));

    [Fact]
    public void Read_1000Labels_AreNotTooMany() => Read(WithLabels(1000)).Labels!.Count.ShouldBe(1000);

    [Fact]
    public void Read_1001Labels_AreTooMany() =>
        Should.Throw<InvalidRequestException>(() => Read(WithLabels(1001))).Message
            .ShouldBe("labels holds 1,001 labels; at most 1,000 are allowed in a run.");

    [Theory]
    [InlineData("[]", "The body must be a JSON object.")]
    [InlineData("""{"labels":"all"}""", "dataset is missing: a string of 1 to 100 characters.")]
    [InlineData("""{"dataset":1,"labels":"all"}""", "dataset must be a string of 1 to 100 characters.")]
    [InlineData("""{"dataset":" ","labels":"all"}""", "dataset must be a string of 1 to 100 characters.")]
    [InlineData("""{"dataset":"\ud800","labels":"all"}""", "dataset must be a string of 1 to 100 characters.")]
    [InlineData("""{"dataset":"d","labels":"all","epoch":1}""",
        "Unknown field epoch. Known are: dataset, labels, network, c, positiveWeight, epochs, goal, goalValue, seed, profile, priority, promotion, requestedBy.")]
    public void Read_BadBody_IsNamed(string json, string message) =>
        Should.Throw<InvalidRequestException>(() => Read(json)).Message.ShouldBe(message);

    [Theory]
    [InlineData("null", "labels must be \"all\" or a list of labels: titles, or objects like {\"label\":\"汽车\",\"model\":\"car\"}.")]
    [InlineData("\"游戏\"", "labels must be \"all\" or a list of labels: titles, or objects like {\"label\":\"汽车\",\"model\":\"car\"}.")]
    [InlineData("[]", "labels is empty; name at least one label, or send \"all\".")]
    [InlineData("""["游戏",1]""", "labels[1] must be a string or an object like {\"label\":\"汽车\",\"model\":\"car\"}.")]
    [InlineData("""[""]""", "labels[0] must be a string of 1 to 100 characters.")]
    [InlineData("""["\udc00"]""", "labels[0] must be a string of 1 to 100 characters.")]
    [InlineData("""[{"model":"car"}]""", "labels[0].label is missing: a string of 1 to 100 characters.")]
    [InlineData("""[{"label":"汽车","name":"car"}]""", "Unknown field labels[0].name. Known are: label, model.")]
    [InlineData("""[{"label":"汽车","model":"Car"}]""", "labels[0].model must be 1 to 64 of the characters a-z, 0-9, _ and -; it was Car.")]
    [InlineData("""[{"label":"汽车","model":"../car"}]""", "labels[0].model must be 1 to 64 of the characters a-z, 0-9, _ and -; it was ../car.")]
    [InlineData("""[{"label":"汽车","model":"car\n"}]""", "labels[0].model must be 1 to 64 of the characters a-z, 0-9, _ and -; it was car\n.")]
    [InlineData("""["游戏",{"label":"游戏"}]""", "labels[1] is there already: 游戏.")]
    [InlineData("""[{"label":"甲","model":"a"},{"label":"乙","model":"a"}]""", "labels[1].model is the model of another label already: a.")]
    public void Read_BadLabels_AreNamed(string labels, string message) =>
        Should.Throw<InvalidRequestException>(() => Read($$"""{"dataset":"d","labels":{{labels}}}""")).Message.ShouldBe(message);

    [Theory]
    [InlineData("\"network\":\"Linear\"", "network must be one of: linear, embedding.")]
    [InlineData("\"network\":0", "network must be one of: linear, embedding.")]
    [InlineData("\"c\":0", "c must be a number above 0 and not above 1000000.")]
    [InlineData("\"c\":1000001", "c must be a number above 0 and not above 1000000.")]
    [InlineData("\"positiveWeight\":-1", "positiveWeight must be a number above 0 and not above 1000000.")]
    [InlineData("\"epochs\":0", "epochs must be a whole number from 1 to 10000.")]
    [InlineData("\"epochs\":10001", "epochs must be a whole number from 1 to 10000.")]
    [InlineData("\"goal\":\"accuracy\"", "goal must be one of: f1, precision, recall.")]
    [InlineData("\"goal\":\"precision\"", "goalValue is missing: the precision or recall that goal asks for, above 0 and not above 1.")]
    [InlineData("\"goal\":\"recall\"", "goalValue is missing: the precision or recall that goal asks for, above 0 and not above 1.")]
    [InlineData("\"goal\":\"recall\",\"goalValue\":1.1", "goalValue must be a number above 0 and not above 1.")]
    [InlineData("\"goal\":\"recall\",\"goalValue\":0", "goalValue must be a number above 0 and not above 1.")]
    [InlineData("\"goalValue\":0.9", "goalValue only goes with the goal precision or recall.")]
    [InlineData("\"seed\":1.5", "seed must be a whole number of at most 64 bits.")]
    [InlineData("\"seed\":9223372036854775808", "seed must be a whole number of at most 64 bits.")]
    [InlineData("\"profile\":\"\"", "profile must be a string of 1 to 100 characters.")]
    [InlineData("\"priority\":101", "priority must be a whole number from -100 to 100.")]
    [InlineData("\"promotion\":\"sometimes\"", "promotion must be one of: whenNotWorse, always, never.")]
    [InlineData("\"requestedBy\":[]", "requestedBy must be a string of 1 to 100 characters.")]
    public void Read_BadField_IsNamed(string field, string message) =>
        Should.Throw<InvalidRequestException>(() => Read($$"""{"dataset":"d","labels":"all",{{field}}}""")).Message.ShouldBe(message);

    private static string WithLabels(int count) =>
        $$"""{"dataset":"d","labels":[{{string.Join(',', Enumerable.Range(0, count).Select(number => $"\"标签{number}\""))}}]}""";

    private static TrainingRunRequest Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TrainingRunRequestReader.Read(document.RootElement);
    }
}
