using System.Text.Json.Nodes;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Evaluation;

public sealed class When_a_version_is_evaluated : IDisposable
{
    private readonly TrainerJob _job = new();

    [Theory]
    [InlineData("linear")]
    [InlineData("embedding")]
    public void Should_find_what_the_training_found(string network)
    {
        _job.Json["network"] = network;
        _job.Run().ExitCode.ShouldBe(0);

        var evaluated = Evaluated();

        // The trainer judged its weights; here the artifact was read and run.
        var trained = JsonNode.Parse(_job.Manifest().GetProperty("metrics").GetRawText())!;
        foreach (var (name, value) in trained.AsObject())
            evaluated["metrics"]![name]!.GetValue<double>().ShouldBe(value!.GetValue<double>(), 1e-4, name);
        evaluated["liveMetrics"].ShouldBeNull();
    }

    [Fact]
    public void Should_judge_the_live_version_by_the_same_rows()
    {
        _job.Run().ExitCode.ShouldBe(0);
        _job.Json["liveVersion"] = ConstantVersion(0.9f);

        var live = Evaluated()["liveMetrics"]!;

        // It says yes to all: half of the test rows are right.
        live["recall"]!.GetValue<double>().ShouldBe(1);
        live["negatives"]!.GetValue<int>().ShouldBeGreaterThan(50);
        live["precision"]!.GetValue<double>().ShouldBe(
            live["positives"]!.GetValue<double>() / (live["positives"]!.GetValue<double>() + live["negatives"]!.GetValue<double>()), 1e-9);
    }

    [Fact]
    public void Should_say_that_the_live_version_cannot_be_read_and_go_on()
    {
        _job.Run().ExitCode.ShouldBe(0);
        _job.Json["liveVersion"] = "/nowhere/models/game/3";

        var (exitCode, progress) = _job.Evaluate();

        exitCode.ShouldBe(0);
        progress[^1]["liveMetrics"].ShouldBeNull();
        var warning = progress.Single(line => line["event"]!.GetValue<string>() == "warned");
        warning["reason"]!.GetValue<string>().ShouldContain("/nowhere/models/game/3");
    }

    [Fact]
    public void Should_take_words_that_are_kept_for_base_words()
    {
        _job.Json["network"] = "embedding";
        _job.Run().ExitCode.ShouldBe(0);
        _job.WriteManifest("words", "kept");

        Evaluated()["metrics"]!["f1"]!.GetValue<double>().ShouldBe(1);
    }

    [Theory]
    [InlineData("label", "影视", "'影视'")]
    [InlineData("model", "movie", "'movie'")]
    [InlineData("network", "transformer", "'transformer'")]
    public void Should_refuse_one_of_another_name(string member, string value, string reason)
    {
        _job.Run().ExitCode.ShouldBe(0);
        _job.WriteManifest(member, value);

        Failure().ShouldContain(reason);
    }

    [Fact]
    public void Should_refuse_one_of_another_version()
    {
        _job.Run().ExitCode.ShouldBe(0);
        _job.WriteManifest("version", 8);

        Failure().ShouldContain("version 8");
    }

    [Theory]
    [InlineData("saved_model.pb")]
    [InlineData("assets.extra/labelplatform/features.bin")]
    [InlineData("assets.extra/labelplatform/model.json")]
    public void Should_refuse_one_that_is_cut_off(string file)
    {
        _job.Run().ExitCode.ShouldBe(0);
        using (var stream = File.OpenWrite(Path.Combine(_job.Output, file)))
            stream.SetLength(stream.Length / 2);

        Failure().ShouldContain("cannot be used");
    }

    [Fact]
    public void Should_refuse_one_without_a_manifest()
    {
        _job.Run().ExitCode.ShouldBe(0);
        File.Delete(Path.Combine(_job.Output, "assets.extra", "labelplatform", "model.json"));

        Failure().ShouldContain("model.json is missing");
    }

    [Fact]
    public void Should_refuse_one_that_was_not_left() => Failure().ShouldContain("model.json is missing");

    [Fact]
    public void Should_refuse_answers_of_another_shape()
    {
        _job.Run().ExitCode.ShouldBe(0);
        var graph = new GraphBuilder();
        var input = graph.Placeholder("input", DataType.DtInt32, -1, -1);
        var output = graph.Add("Cast", "income", [input], ("SrcT", new AttrValue { Type = DataType.DtInt32 }), ("DstT", new AttrValue { Type = DataType.DtFloat }));
        Replace(graph.Build((input, DataType.DtInt32, [-1, -1]), (output, DataType.DtFloat, [-1, -1])));

        Failure().ShouldContain("[64,1]");
    }

    [Fact]
    public void Should_refuse_answers_that_are_no_probabilities()
    {
        _job.Json["network"] = "embedding";
        _job.Run().ExitCode.ShouldBe(0);
        Replace(ClassifierModels.Embedding(
            new Tensor<float>(new TensorShape(10_000, 2)), new Tensor<float>(new TensorShape(2, 1)), new Tensor<float>(new TensorShape(1), [float.NaN])));

        Failure().ShouldContain("NaN, which is not a probability");
    }

    public void Dispose() => _job.Dispose();

    private JsonNode Evaluated()
    {
        var (exitCode, progress) = _job.Evaluate();
        exitCode.ShouldBe(0, progress[^1].ToJsonString());
        progress[^1]["event"]!.GetValue<string>().ShouldBe("evaluated");
        return progress[^1];
    }

    private string Failure()
    {
        var (exitCode, progress) = _job.Evaluate();
        exitCode.ShouldBe(1);
        progress[^1]["event"]!.GetValue<string>().ShouldBe("failed");
        var reason = progress[^1]["reason"]!.GetValue<string>();
        reason.ShouldContain("train again");
        return reason;
    }

    private void Replace(SavedModelProto model)
    {
        File.Delete(Path.Combine(_job.Output, "saved_model.pb"));
        SavedModelWriter.Write(model, _job.Output);
    }

    private string ConstantVersion(float probability)
    {
        var models = new ModelFolder(Path.GetDirectoryName(Path.GetDirectoryName(_job.Output)!)!);
        models.AddVersion("game", 3, "游戏", ["皮肤"]);
        SavedModelWriter.Write(ConstantModel.Of(probability), Path.Combine(models.BasePath("game"), "3"));
        return Path.Combine(models.BasePath("game"), "3");
    }
}
