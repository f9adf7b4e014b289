using System.Diagnostics;
using System.Threading.Channels;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Worker;

/// <summary>What is to be published about jobs, in order. Too long a queue loses its oldest; outcomes are remembered by <see cref="TrainingWorker"/>.</summary>
internal sealed class ReportQueue
{
    // Each with the span that it comes from.
    private readonly Channel<(object Report, string? Trace)> _reports = Channel.CreateBounded<(object, string?)>(new BoundedChannelOptions(10_000)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    /// <summary>Adds a report. How a trainer goes on, twice a second, would be most of its trace, and is left out of it.</summary>
    public void Add(object report) => _reports.Writer.TryWrite((report, report is TrainingProgressed ? null : Activity.Current?.Id));

    public IAsyncEnumerable<(object Report, string? Trace)> ReadAllAsync(CancellationToken cancellation) => _reports.Reader.ReadAllAsync(cancellation);
}
