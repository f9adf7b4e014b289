using System.Text.Json;
using LabelPlatform.ModelsConfig;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.ModelServer.Servables.Sources;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class VersionFoldersTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("labelplatform-versions-").FullName;

    public static TheoryData<string> Cases => ServingCases.Names("poll-aspired");

    private string BasePath => Path.Combine(_root, "movie");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Poll_CasesOfTensorFlowServing_AreTheSame(string name)
    {
        var item = ServingCases.Get(name);
        if (item.GetProperty("base_path_exists").GetBoolean())
            Create([.. item.GetProperty("children").EnumerateArray().Select(child => child.GetString()!)]);
        var expected = item.GetProperty("expect");

        if (expected.TryGetProperty("poll_error", out _))
            Should.Throw<DirectoryNotFoundException>(() => Poll(Policy(item.GetProperty("policy"))));
        else
            Poll(Policy(item.GetProperty("policy"))).Versions.ShouldBe(expected.GetProperty("aspired").EnumerateArray().Select(Version));
    }

    [Fact]
    public void Poll_NoVersions_Warns()
    {
        Create("tmp-7");

        Poll(VersionPolicy.Default).Warnings.ShouldBe([
            $"No versions of servable movie found under base path {BasePath}. Did you forget to name your leaf directory as a number (eg. '/1/')?"]);
    }

    [Fact]
    public void Poll_TwoNamesOfOneNumber_UsesTheLastInSortedOrderAndWarns()
    {
        Create("001", "1");

        var poll = Poll(VersionPolicy.Default);

        poll.Versions.ShouldBe([new AspiredVersion(1, Path.Combine(BasePath, "1"))]);
        poll.Warnings.ShouldHaveSingleItem().ShouldContain("'001' and '1'");
    }

    [Fact]
    public void Poll_SpecificVersionMissing_Warns()
    {
        Create("1");

        var poll = Poll(new SpecificVersions([1, 2]));

        poll.Versions.Select(version => version.Version).ShouldBe([1]);
        poll.Warnings.ShouldHaveSingleItem().ShouldStartWith("Version 2 of servable movie");
    }

    [Fact]
    public void Poll_FilesAndNamesThatAreNoVersions_AreIgnored()
    {
        Create("20170111173521", "-1", "1.5", " 2", "99999999999999999999");
        File.WriteAllText(Path.Combine(BasePath, "7"), "");

        Poll(new AllVersions()).Versions.Select(version => version.Version).ShouldBe([20170111173521]);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static VersionPolicy Policy(JsonElement policy) => policy.EnumerateObject().Single() switch
    {
        { Name: "latest" } latest => new LatestVersions(latest.Value.GetInt32()),
        { Name: "all" } => new AllVersions(),
        var specific => new SpecificVersions([.. specific.Value.EnumerateArray().Select(version => version.GetInt64())]),
    };

    private void Create(params string[] children)
    {
        Directory.CreateDirectory(BasePath);
        foreach (var child in children)
            Directory.CreateDirectory(Path.Combine(BasePath, child));
    }

    private VersionPoll Poll(VersionPolicy policy) => VersionFolders.Poll(new ConfiguredModel("movie", BasePath, policy));

    private AspiredVersion Version(JsonElement pair) => new(pair[0].GetInt64(), Path.Combine(BasePath, pair[1].GetString()!));
}
