using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference.Catalog;

/// <summary>Looks for changes of the catalogue at start, before the first request, and then every few seconds.</summary>
internal sealed class ModelCatalogRefresher(
    ModelCatalogSource catalogs, IOptions<InferenceOptions> options, TimeProvider time, ILogger<ModelCatalogRefresher> logger) :
    BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        catalogs.Refresh();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.ModelsConfigPollSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                catalogs.Refresh();
            }
            catch (Exception exception)
            {
                // An exception here would end the process, and with it the labels that need no model.
                Log.RefreshFailed(logger, exception);
            }
        }
    }
}
