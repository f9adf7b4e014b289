using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>Removes message data that everybody has read long ago; MassTransit's file repository never does.</summary>
internal sealed class MessageDataCleaner(IOptions<MessagingOptions> options, TimeProvider time, ILogger<MessageDataCleaner> logger) : BackgroundService
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), time);
        do
        {
            RemoveOldFiles();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void RemoveOldFiles()
    {
        var folder = new DirectoryInfo(options.Value.MessageDataPath);
        if (!folder.Exists)
            return;
        try
        {
            var oldest = time.GetUtcNow() - Age;
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < oldest.UtcDateTime))
                file.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.MessageDataNotRemoved(logger, folder.FullName, exception);
        }
    }
}
