using LabelPlatform.ModelsConfig;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.ModelsConfig;

public class ModelsConfigReaderTests
{
    [Theory]
    // As TrainingScheduler writes it (DESIGN §5).
    [InlineData("""
        model_config_list { config { name: "movie" base_path: "/models/movie" model_platform: "tensorflow"
          model_version_policy { specific { versions: 1764200000 versions: 1764100000 } } } }
        """)]
    // As TensorFlow Serving's guide writes it.
    [InlineData("""
        # the movie model
        model_config_list: {
          config: {
            name: 'movie',   # single quotes
            base_path: '/models/' 'movie';
            model_platform: "tensorflow"
            model_version_policy: { specific: < versions: [1764200000, 1764100000] > }
            version_labels { key: "stable" value: 1764200000 }
            logging_config { sampling_config { sampling_rate: 0.5 } log_collector_config { type: "x" filename_prefix: "y" } }
          }
        }
        """)]
    [InlineData("""model_config_list<config<name:"m\157\x76ie"base_path:"\u002fmodels/movie"model_version_policy<specific<versions:1764200000,versions:1764100000>>>>""")]
    public void Read_OneModelInAnyLayout_IsTheSame(string text)
    {
        var model = ModelsConfigReader.Read(text).ShouldHaveSingleItem();

        (model.Name, model.BasePath).ShouldBe(("movie", "/models/movie"));
        model.VersionPolicy.ShouldBeOfType<SpecificVersions>().Versions.ShouldBe([1764200000, 1764100000]);
    }

    [Fact]
    public void Read_SeveralListsAndModels_KeepsTheirOrder() =>
        ModelsConfigReader.Read("""
            model_config_list { config { name: "b" base_path: "/b" } config { name: "a" base_path: "/a" } }
            model_config_list { config { name: "c" base_path: "/c" } }
            """).Select(model => model.Name).ShouldBe(["b", "a", "c"]);

    [Theory]
    [InlineData("", 1)]
    [InlineData("model_version_policy { latest { } }", 1)]
    [InlineData("model_version_policy { }", 1)]
    [InlineData("model_version_policy { latest { num_versions: 0 } }", 1)]
    [InlineData("model_version_policy { latest { num_versions: 3 } }", 3)]
    public void Read_NoSpecificVersions_MeansTheNewest(string policy, int expected)
    {
        var model = ModelsConfigReader.Read($$"""model_config_list { config { name: "m" base_path: "/m" {{policy}} } }""").ShouldHaveSingleItem();

        model.VersionPolicy.ShouldBe(new LatestVersions(expected));
    }

    [Fact]
    public void Read_AllVersions_AreAll() =>
        ModelsConfigReader.Read("""model_config_list { config { name: "m" base_path: "/m" model_version_policy { all { } } } }""")
            .ShouldHaveSingleItem().VersionPolicy.ShouldBe(new AllVersions());

    [Fact]
    public void Read_VersionLabels_AreAMap() =>
        ModelsConfigReader.Read("""
            model_config_list { config { name: "m" base_path: "/m"
              version_labels { key: "stable" value: 43 }
              version_labels { key: "canary" value: 44 } } }
            """).ShouldHaveSingleItem().VersionLabels.ShouldBe(new Dictionary<string, long> { ["stable"] = 43, ["canary"] = 44 }, ignoreOrder: true);

    [Fact]
    public void Read_RelativePath_IsTheCallersAffairWhenAllowed() =>
        ModelsConfigReader.Read("""model_config_list { config { name: "m" base_path: "m" } }""", allowRelativePaths: true)
            .ShouldHaveSingleItem().BasePath.ShouldBe("m");

    [Theory]
    [InlineData("")]
    [InlineData("  # nothing yet\n")]
    [InlineData("model_config_list { }")]
    public void Read_NoModels_IsEmpty(string text) => ModelsConfigReader.Read(text).ShouldBeEmpty();

    [Theory]
    [InlineData("model_config_list {\n config {\n name: \"m\" }", "Line 3: the name of a field expected, but the file ends.")]
    [InlineData("model_config_list {\n config { name: \"m\n\" } }", "Line 2: a string is not closed on its line.")]
    [InlineData("model_config_list { config { name: \"m\" } }", "Line 1: model 'm' has no base_path.")]
    [InlineData("\n\nmodel_config_list { config { base_path: \"/m\" } }", "Line 3: a model has no name.")]
    [InlineData("model_config_list {\nconfig { name: \"m\" base_path: \"/m\" }\nconfig { name: \"m\" base_path: \"/n\" } }", "Line 3: model 'm' is listed twice.")]
    [InlineData("model_config_list { config { name: \"m\" name: \"n\" base_path: \"/m\" } }", "Line 1: 'name' is given twice.")]
    [InlineData("model_config_list { config { name { } base_path: \"/m\" } }", "Line 1: 'name' is a message, not a value.")]
    [InlineData("model_config_list { config { name: \"\" base_path: \"/m\" } }", "Line 1: a model has no name.")]
    [InlineData("model_config_list { config {\nname: \"m\"\nbase_path: \"models/m\" } }", "Line 3: model 'm' has the base_path 'models/m', which is not absolute.")]
    [InlineData("model_config_list {\nconfig { name: \"m\" base_path: \"/m\" model_platform: \"pytorch\" } }", "Line 2: model 'm' is for the platform 'pytorch', not for tensorflow.")]
    [InlineData("model_config_list { config { name: \"m\" base_path: \"/m\"\nversion_labels { value: 1 } } }", "Line 2: model 'm' has a version label without a key.")]
    [InlineData("model_config_list { config { name: \"m\" base_path: \"/m\"\nversion_labels { key: \"a\" } } }", "Line 2: model 'm' has the version label 'a' without a value.")]
    [InlineData("model_config_list { config { name: \"m\" base_path: \"/m\" version_labels { key: \"a\" value: 1 }\nversion_labels { key: \"a\" value: 2 } } }", "Line 2: model 'm' has the version label 'a' twice.")]
    [InlineData("model_config_list { config { name: \"m\" base_path: \"/m\"\nversion_labels { key: \"a\" value: -1 } } }", "Line 2: '-1' is not a number of value.")]
    [InlineData("model_config_list: 7", "Line 1: 'model_config_list' is a value, not a message.")]
    [InlineData("model_config_list 7", "Line 1: ':' or '{' expected after 'model_config_list'.")]
    [InlineData("}", "Line 1: the name of a field expected, but '}' found.")]
    [InlineData("model_config_list { config { name: \"m\" base_path: \"/m\" model_version_policy { specific {\n versions: x } } } }", "Line 2: 'x' is not a number of versions.")]
    [InlineData("model_config_list { config { name: \"m\" base_path: \"/m\" model_version_policy { specific { } } } }", "Line 1: model 'm' has a policy 'specific' without versions.")]
    [InlineData("model_config_list { config { name: \"\\q\" } }", @"Line 1: a string has an unknown escape after '\'.")]
    [InlineData("\0", "Line 1: the name of a field expected")]
    public void Read_DamagedText_SaysWhere(string text, string message) =>
        Should.Throw<InvalidDataException>(() => ModelsConfigReader.Read(text)).Message.ShouldStartWith(message);

    [Fact]
    public void Read_NestedWithoutEnd_IsRefused() =>
        Should.Throw<InvalidDataException>(() => ModelsConfigReader.Read(string.Concat(Enumerable.Repeat("a{", 100_000)))).Message.ShouldContain("nested");
}
