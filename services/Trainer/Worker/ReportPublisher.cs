using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit;

namespace LabelPlatform.Trainer.Worker;

/// <summary>Publishes what is to be told of jobs. A broker that is away for a while holds it up; what it refuses is dropped, for grants ask again for outcomes.</summary>
internal sealed class ReportPublisher(ReportQueue reports, IBus bus, ILogger<ReportPublisher> logger) : BackgroundService
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (report, trace) in reports.ReadAllAsync(stoppingToken))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            limit.CancelAfter(Limit);
            try
            {
                await bus.Publish(report, report.GetType(), Pipe.Execute<PublishContext>(context => context.ContinueTrace(trace)), limit.Token);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Log.ReportNotPublished(logger, report.GetType().Name, exception);
            }
        }
    }
}
