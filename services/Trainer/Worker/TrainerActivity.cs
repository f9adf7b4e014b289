namespace LabelPlatform.Trainer.Worker;

/// <summary>When a trainer started or ended last, by a clock that nobody sets; at first when the worker started.</summary>
internal sealed class TrainerActivity(TimeProvider time)
{
    private long _last = time.GetTimestamp();

    public double QuietSeconds => time.GetElapsedTime(Volatile.Read(ref _last)).TotalSeconds;

    public void Happened() => Volatile.Write(ref _last, time.GetTimestamp());
}
