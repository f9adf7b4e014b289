using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public sealed class When_a_new_version_comes : IDisposable
{
    private readonly ServablesHost _host = new();

    public When_a_new_version_comes() => _host.AddVersion("movie", 1);

    [Fact]
    public async Task Should_serve_the_old_one_until_the_new_one_is_loaded()
    {
        await _host.StartAsync("movie");
        var loading = _host.Loader.Hold("movie/2");
        _host.AddVersion("movie", 2);

        _host.Source.PollFolders();
        await _host.UntilAsync("movie", "2 Loading", "1 Available");
        _host.Served("movie").ShouldBe(1);

        loading.Set();
        await _host.UntilAsync("movie", "2 Available", "1 End");
        _host.Served("movie").ShouldBe(2);
        _host.Refused(new ServableRequest("movie", Version: 1)).Message.ShouldBe("Servable not found for request: Specific(movie, 1)");
    }

    [Fact]
    public async Task Should_find_it_by_itself()
    {
        await _host.StartAsync("movie");
        _host.AddVersion("movie", 2);

        _host.Advance(TimeSpan.FromSeconds(1));

        await _host.UntilAsync("movie", "2 Available", "1 End");
    }

    [Fact]
    public async Task Should_not_unload_the_old_one_while_a_request_runs()
    {
        await _host.StartAsync("movie");
        var running = _host.Manager.Acquire(new ServableRequest("movie"));
        _host.AddVersion("movie", 2);

        _host.Source.PollFolders();
        await _host.UntilAsync("movie", "2 Available", "1 Unloading");
        _host.Served("movie").ShouldBe(2);
        running.Version.ShouldBe(1);
        running.SavedModel.ShouldNotBeNull();

        running.Dispose();
        running.Dispose();
        _host.States("movie").ShouldBe(["2 Available", "1 End"]);
    }

    [Fact]
    public async Task Should_go_on_with_the_old_one_when_it_is_bad()
    {
        await _host.StartAsync("movie", ("MaxNumLoadRetries", "0"));
        _host.AddVersion("movie", 2, "cut off");

        _host.Source.PollFolders();

        await _host.UntilAsync("movie", "2 End DataLoss cut off", "1 Available");
        _host.Served("movie").ShouldBe(1);
        _host.Manager.Statuses("movie", 2).ShouldBe([new VersionStatus(2, ServableState.End, StatusCode.DataLoss, "cut off")]);
    }

    [Fact]
    public async Task Should_load_several_together_when_all_are_wanted()
    {
        _host.AddVersion("movie", 2);
        _host.Configure(("movie", "model_version_policy { all { } }"));
        await _host.StartAsync();

        await _host.UntilAsync("movie", "2 Available", "1 Available");

        _host.Manager.Acquire(new ServableRequest("movie", Version: 1)).Version.ShouldBe(1);
        _host.Served("movie").ShouldBe(2);
    }

    [Fact]
    public async Task Should_load_one_at_a_time_once_the_server_is_ready()
    {
        _host.Configure(("movie", "model_version_policy { all { } }"));
        await _host.StartAsync();
        await _host.UntilAsync("movie", "1 Available");
        for (var version = 2; version < 10; version++)
            _host.AddVersion("movie", version);

        _host.Source.PollFolders();

        await _host.UntilAsync(() => _host.States("movie").All(state => state.EndsWith("Available", StringComparison.Ordinal)));
        _host.Loader.MostAtOnce.ShouldBe(1);
    }

    [Fact]
    public async Task Should_never_leave_a_request_without_a_version()
    {
        await _host.StartAsync("movie");
        var stop = false;
        var requests = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                using var handle = _host.Manager.Acquire(new ServableRequest("movie"));
                handle.SavedModel.ShouldNotBeNull($"version {handle.Version}");
            }
        })).ToArray();

        for (var version = 2; version <= 101; version++)
        {
            _host.AddVersion("movie", version);
            _host.Source.PollFolders();
            await _host.UntilAsync(() => _host.Served("movie") == version);
            _host.RemoveVersion("movie", version - 1);
        }

        Volatile.Write(ref stop, true);
        await Task.WhenAll(requests);
        await _host.UntilAsync(() => _host.States("movie").SequenceEqual(["101 Available", .. Enumerable.Range(1, 100).Reverse().Select(version => $"{version} End")]));
    }

    public void Dispose() => _host.Dispose();
}
