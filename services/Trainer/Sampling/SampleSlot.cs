using System.Threading.Channels;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>The newest sample until it is published: a broker that is slow gets no old ones.</summary>
internal sealed class SampleSlot
{
    private readonly Channel<TrainingWorkerSampled> _sample = Channel.CreateBounded<TrainingWorkerSampled>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    public void Put(TrainingWorkerSampled sample) => _sample.Writer.TryWrite(sample);

    public IAsyncEnumerable<TrainingWorkerSampled> ReadAllAsync(CancellationToken cancellation) => _sample.Reader.ReadAllAsync(cancellation);
}
