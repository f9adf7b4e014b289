using System.Security.Cryptography;
using System.Text.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.Testing;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Linear;
using LabelPlatform.TextClassification.Splitting;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer;

public sealed class When_a_model_is_trained : IDisposable
{
    private readonly TrainerJob _job = new();

    [Fact]
    public void Should_leave_a_version_that_tells_the_topics_apart()
    {
        var (exitCode, progress) = _job.Run();

        exitCode.ShouldBe(0);
        progress.Select(line => line["event"]!.GetValue<string>()).ShouldBe(["progressed", "progressed", "progressed", "progressed", "completed"]);
        var model = SavedModel.Load(_job.Output);
        var features = new LinearFeatures(FeatureTableFile.Read(Path.Combine(_job.Output, "assets.extra", "labelplatform", "features.bin")));
        var threshold = _job.Manifest().GetProperty("threshold").GetDouble();
        foreach (var (text, topic) in TestSentences())
        {
            var ids = new int[LinearFeatures.MaxIds];
            (Probability(model, ids[..features.Extract(text, ids)]) >= threshold).ShouldBe(topic == "游戏", text);
        }
    }

    [Fact]
    public void Should_train_the_originals_network_too()
    {
        _job.Json["network"] = "embedding";
        _job.Json.Remove("featureTable");

        var (exitCode, progress) = _job.Run();

        exitCode.ShouldBe(0);
        progress.Count(line => line["epoch"] is not null).ShouldBeGreaterThan(1);
        var extra = Path.Combine(_job.Output, "assets.extra", "labelplatform");
        var manifest = _job.Manifest();
        manifest.GetProperty("network").GetString().ShouldBe("embedding");
        var options = manifest.GetProperty("features").Deserialize<EmbeddingFeatureOptions>(JsonSerializerOptions.Web)!;
        var features = new EmbeddingFeatures(VocabularyFile.Read(Path.Combine(extra, "vocabulary.txt")), NgramFile.Read(Path.Combine(extra, "ngrams.tsv")), options);
        var model = SavedModel.Load(_job.Output);
        foreach (var (text, topic) in TestSentences())
        {
            var row = new int[features.Length];
            features.Extract(text, BaseWords.Cut(text), row);
            (Probability(model, row) >= manifest.GetProperty("threshold").GetDouble()).ShouldBe(topic == "游戏", text);
        }
    }

    [Fact]
    public void Should_say_in_the_manifest_what_it_is()
    {
        _job.Run();

        var manifest = _job.Manifest();
        manifest.GetProperty("label").GetString().ShouldBe("游戏");
        manifest.GetProperty("version").GetInt64().ShouldBe(7);
        manifest.GetProperty("network").GetString().ShouldBe("linear");
        manifest.GetProperty("words").GetString().ShouldBe("base");
        manifest.GetProperty("features").GetProperty("table").GetString()
            .ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_job.Output, "assets.extra", "labelplatform", "features.bin")))));
        manifest.GetProperty("dataset").GetString().ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_job.Json["dataset"]!.GetValue<string>()))));
        manifest.GetProperty("metrics").GetProperty("f1").GetDouble().ShouldBe(1);
        manifest.GetProperty("metrics").GetProperty("positives").GetInt32().ShouldBe(TestSentences().Count(sentence => sentence.Topic == "游戏"));
    }

    [Fact]
    public void Should_make_the_same_model_again()
    {
        _job.Run();
        var first = File.ReadAllBytes(Path.Combine(_job.Output, "saved_model.pb"));
        _job.Json["output"] = _job.Output + "1";
        _job.Json["threads"] = 2;

        _job.Run().ExitCode.ShouldBe(0);

        SavedModel.Load(_job.Output).ShouldNotBeNull();
        Weights(File.ReadAllBytes(Path.Combine(_job.Output, "saved_model.pb"))).ShouldBe(Weights(first));
    }

    [Fact]
    public void Should_leave_labels_below_it_among_its_positives()
    {
        _job.WriteDataset("text,label\n" + string.Concat(TopicSentences.All().Select(sentence => $"{sentence.Text},{(sentence.Topic == "游戏" ? "王者农药" : "影视")}\n")));
        _job.Json["ancestors"] = new System.Text.Json.Nodes.JsonObject { ["王者农药"] = new System.Text.Json.Nodes.JsonArray("游戏") };

        _job.Run().ExitCode.ShouldBe(0);
    }

    public void Dispose() => _job.Dispose();

    // Maps of protobuf have no order, so the bytes of the file may differ; the weights are what counts.
    private static byte[] Weights(byte[] file) => LabelPlatform.SavedModels.Protos.SavedModelProto.Parser.ParseFrom(file)
        .MetaGraphs[0].GraphDef.Node.Single(node => node.Name == "features/table").Attr["value"].Tensor.TensorContent.ToByteArray();

    private static IEnumerable<(string Text, string Topic)> TestSentences() =>
        TopicSentences.All().Where(sentence => new DatasetSplitter().PartOf(sentence.Text) == DatasetPart.Test);

    private static double Probability(SavedModel model, int[] ids)
    {
        var input = new Tensor<int>(new TensorShape(1, ids.Length), ids);
        return ((Tensor<float>)model.Run(SavedModel.DefaultSignature, new Dictionary<string, Tensor> { ["input"] = input })["income"]).Values[0];
    }
}
