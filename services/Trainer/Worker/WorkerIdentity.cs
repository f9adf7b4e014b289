using Microsoft.Extensions.Options;

namespace LabelPlatform.Trainer.Worker;

/// <summary>Who this worker is, and which of its boots.</summary>
internal sealed class WorkerIdentity(IOptions<TrainerOptions> options, TimeProvider time)
{
    public string Name { get; } = options.Value.Name;

    public Guid Id { get; } = TrainerId.Of(options.Value.Name);

    public Guid BootId { get; } = Guid.NewGuid();

    public DateTime BootedAt { get; } = time.GetUtcNow().UtcDateTime;
}
