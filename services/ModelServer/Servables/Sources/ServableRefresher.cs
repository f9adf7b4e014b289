using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Servables.Sources;

/// <summary>Takes the models at start and looks for changes from then on. Loading goes on in the background.</summary>
internal sealed class ServableRefresher(
    ServableSource source, IOptions<ModelServerOptions> options, TimeProvider time, ILogger<ServableRefresher> logger) :
    BackgroundService
{
    private PeriodicTimer? _configurationTimer;
    private PeriodicTimer? _folderTimer;

    // Negative: the folders are never looked at; 0: only when the configuration is new.
    private bool LooksAtFolders => options.Value.FileSystemPollWaitSeconds >= 0;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.FlagsWithoutEffect is { Length: > 0 } flags)
            Log.FlagsWithoutEffect(logger, flags);
        _configurationTimer = Timer(options.Value.ModelConfigFilePollWaitSeconds);
        _folderTimer = Timer(options.Value.FileSystemPollWaitSeconds);
        source.Start(LooksAtFolders);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _configurationTimer?.Dispose();
        _folderTimer?.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EachTickAsync(_configurationTimer, RefreshConfiguration, stoppingToken),
        EachTickAsync(_folderTimer, source.PollFolders, stoppingToken));

    private void RefreshConfiguration()
    {
        if (source.ReloadConfiguration() && LooksAtFolders)
            source.PollFolders();
    }

    private PeriodicTimer? Timer(int seconds) => seconds > 0 ? new PeriodicTimer(TimeSpan.FromSeconds(seconds), time) : null;

    private async Task EachTickAsync(PeriodicTimer? timer, Action action, CancellationToken stoppingToken)
    {
        while (timer is not null && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                // An exception here would end the process, and with it the models that are fine.
                Log.RefreshFailed(logger, exception);
            }
        }
    }
}
