using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class When_a_version_cannot_be_loaded : IDisposable
{
    private readonly ServablesHost _host = new();

    [Fact]
    public async Task Should_heal_when_a_half_copied_one_becomes_complete()
    {
        Directory.CreateDirectory(_host.Folder("movie", 1));
        await _host.StartAsync("movie", ("MaxNumLoadRetries", "0"));
        _host.States("movie").ShouldHaveSingleItem().ShouldStartWith("1 End NotFound");
        _host.Refused(new ServableRequest("movie")).Code.ShouldBe(StatusCode.NotFound);

        await File.WriteAllTextAsync(Path.Combine(_host.Folder("movie", 1), "saved_model.pb"), "good");
        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "1 Available");
    }

    [Fact]
    public async Task Should_heal_when_its_variables_come()
    {
        _host.AddVersion("movie", 1, "bad");
        await _host.StartAsync("movie", ("MaxNumLoadRetries", "0"));

        Directory.CreateDirectory(Path.Combine(_host.Folder("movie", 1), "variables"));
        await File.WriteAllTextAsync(Path.Combine(_host.Folder("movie", 1), "variables", "variables.index"), "");
        _host.Source.PollFolders();

        await _host.UntilAsync(() => _host.Loader.Tries["movie/1"] == 2 && _host.States("movie").SequenceEqual(["1 End DataLoss bad"]));
    }

    [Fact]
    public async Task Should_leave_it_alone_while_its_files_stay_as_they_are()
    {
        _host.AddVersion("movie", 1, "bad");
        await _host.StartAsync("movie", ("MaxNumLoadRetries", "0"));

        _host.Source.PollFolders();

        _host.States("movie").ShouldBe(["1 End DataLoss bad"]);
        _host.Loader.Tries["movie/1"].ShouldBe(1);
    }

    [Fact]
    public async Task Should_try_again_after_the_interval_and_give_up_in_the_end()
    {
        _host.AddVersion("movie", 1, "bad");
        await _host.StartAsync("movie", ("MaxNumLoadRetries", "2"), ("LoadRetryIntervalMicros", "60000000"), ("FileSystemPollWaitSeconds", "0"));

        for (var tries = 1; tries <= 2; tries++)
        {
            await _host.UntilAsync(() => _host.Loader.Tries["movie/1"] == tries && _host.States("movie").SequenceEqual(["1 Loading DataLoss bad"]));
            _host.Advance(TimeSpan.FromSeconds(60));
        }

        await _host.UntilAsync("movie", "1 End DataLoss bad");
        _host.Loader.Tries["movie/1"].ShouldBe(3);
    }

    [Fact]
    public async Task Should_not_wait_for_the_interval_when_its_files_change()
    {
        _host.AddVersion("movie", 1, "half");
        await _host.StartAsync("movie");
        _host.States("movie").ShouldBe(["1 Loading DataLoss half"]);

        await File.WriteAllTextAsync(Path.Combine(_host.Folder("movie", 1), "saved_model.pb"), "good");
        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "1 Available");
    }

    [Fact]
    public async Task Should_not_be_tried_again_when_it_is_wanted_no_more()
    {
        _host.AddVersion("movie", 1, "bad");
        await _host.StartAsync("movie");

        _host.RemoveVersion("movie", 1);
        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "1 End DataLoss bad");
        _host.Loader.Tries["movie/1"].ShouldBe(1);
    }

    [Fact]
    public async Task Should_try_it_again_when_it_went_away_and_came_back()
    {
        _host.AddVersion("movie", 1, "bad");
        await _host.StartAsync("movie", ("MaxNumLoadRetries", "0"));
        _host.RemoveVersion("movie", 1);
        _host.Source.PollFolders();

        _host.AddVersion("movie", 1);
        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "1 Available");
    }

    public void Dispose() => _host.Dispose();
}
