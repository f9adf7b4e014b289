using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class When_versions_have_labels : IDisposable
{
    private const string All = "model_version_policy { all { } }";

    private readonly ServablesHost _host = new();

    public When_versions_have_labels()
    {
        _host.AddVersion("movie", 1);
        _host.AddVersion("movie", 2);
    }

    [Fact]
    public async Task Should_serve_the_version_of_the_label()
    {
        await StartAsync("version_labels { key: 'stable' value: 1 } version_labels { key: 'canary' value: 2 }");

        _host.Served("movie", "stable").ShouldBe(1);
        _host.Served("movie", "canary").ShouldBe(2);
    }

    [Fact]
    public async Task Should_refuse_a_label_that_is_not_assigned()
    {
        await StartAsync("");

        var refused = _host.Refused(new ServableRequest("movie", Label: "stable"));

        (refused.Code, refused.Message).ShouldBe((StatusCode.InvalidArgument, "Unrecognized servable version label: stable"));
    }

    [Fact]
    public async Task Should_not_assign_a_label_before_its_version_is_available()
    {
        await StartAsync("version_labels { key: 'next' value: 3 }");
        _host.Refused(new ServableRequest("movie", Label: "next")).Code.ShouldBe(StatusCode.InvalidArgument);

        _host.AddVersion("movie", 3);
        _host.Source.PollFolders();
        await _host.UntilAsync("movie", "3 Available", "2 Available", "1 Available");

        _host.Served("movie", "next").ShouldBe(3);
    }

    [Fact]
    public async Task Should_leave_a_label_where_it_is_when_its_new_version_is_not_available()
    {
        await StartAsync("version_labels { key: 'stable' value: 1 }");

        Configure("version_labels { key: 'stable' value: 3 }");

        _host.Served("movie", "stable").ShouldBe(1);
    }

    [Fact]
    public async Task Should_move_and_remove_labels_with_the_configuration()
    {
        await StartAsync("version_labels { key: 'stable' value: 1 } version_labels { key: 'canary' value: 2 }");

        Configure("version_labels { key: 'stable' value: 2 }");

        _host.Served("movie", "stable").ShouldBe(2);
        _host.Refused(new ServableRequest("movie", Label: "canary")).Code.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Should_say_that_the_labelled_version_is_not_available_any_more()
    {
        await StartAsync("version_labels { key: 'stable' value: 1 }");

        _host.RemoveVersion("movie", 1);
        _host.Source.PollFolders();

        var refused = _host.Refused(new ServableRequest("movie", Label: "stable"));
        (refused.Code, refused.Message).ShouldBe((StatusCode.NotFound, "Servable not found for request: Specific(movie, 1)"));
    }

    [Fact]
    public async Task Should_assign_a_new_label_at_once_when_that_is_allowed()
    {
        await StartAsync("version_labels { key: 'stable' value: 1 }", ("AllowVersionLabelsForUnavailableModels", "true"));

        Configure("version_labels { key: 'stable' value: 3 } version_labels { key: 'next' value: 3 }");

        _host.Served("movie", "stable").ShouldBe(1);
        _host.Refused(new ServableRequest("movie", Label: "next")).Message.ShouldBe("Servable not found for request: Specific(movie, 3)");
    }

    public void Dispose() => _host.Dispose();

    private async Task StartAsync(string labels, params (string Key, string Value)[] settings)
    {
        _host.Configure(("movie", $"{All} {labels}"));
        await _host.StartAsync(settings);
        await _host.UntilAsync("movie", "2 Available", "1 Available");
    }

    private void Configure(string labels)
    {
        _host.Configure(("movie", $"{All} {labels}"));
        _host.Source.ReloadConfiguration();
        _host.Source.PollFolders();
    }
}
