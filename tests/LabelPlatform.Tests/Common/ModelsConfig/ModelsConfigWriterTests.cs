using LabelPlatform.ModelsConfig;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.ModelsConfig;

public sealed class ModelsConfigWriterTests
{
    [Fact]
    public void Write_AnyModel_IsReadAsItWas()
    {
        ConfiguredModel[] models =
        [
            new("movie", "/models/movie", new SpecificVersions([1764200000, 1764100000])),
            new("game", "/mod\"els\\游戏\t", new LatestVersions(2)) { VersionLabels = new Dictionary<string, long> { ["stable"] = 3, ["canary"] = 4 } },
            new("star", "relative/path", new AllVersions()),
        ];

        var read = ModelsConfigReader.Read(ModelsConfigWriter.Write(models), allowRelativePaths: true);

        read.Select(model => (model.Name, model.BasePath)).ShouldBe(models.Select(model => (model.Name, model.BasePath)));
        ((SpecificVersions)read[0].VersionPolicy).Versions.ShouldBe([1764200000, 1764100000]);
        ((LatestVersions)read[1].VersionPolicy).Count.ShouldBe(2);
        read[1].VersionLabels.ShouldBe(models[1].VersionLabels, ignoreOrder: true);
        read[2].VersionPolicy.ShouldBeOfType<AllVersions>();
    }

    [Fact]
    public void Write_NoModels_IsAnEmptyList() => ModelsConfigWriter.Write([]).ShouldBe("model_config_list {\n}\n");
}
