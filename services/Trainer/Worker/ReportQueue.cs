using System.Threading.Channels;

namespace LabelPlatform.Trainer.Worker;

/// <summary>What is to be published about jobs, in order. Too long a queue loses its oldest; outcomes are remembered by <see cref="TrainingWorker"/>.</summary>
internal sealed class ReportQueue
{
    private readonly Channel<object> _reports = Channel.CreateBounded<object>(new BoundedChannelOptions(10_000)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    public void Add(object report) => _reports.Writer.TryWrite(report);

    public IAsyncEnumerable<object> ReadAllAsync(CancellationToken cancellation) => _reports.Reader.ReadAllAsync(cancellation);
}
