using System.Diagnostics.Metrics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Tests.Inference;

/// <summary>Waits, by the metrics, until calls to a model have been answered. The model's name must be the test's own: metrics are the process's.</summary>
internal sealed class AnsweredCalls : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    public AnsweredCalls(string model, int count)
    {
        _left = count;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PlatformTelemetry.Name && instrument.Name == "labelplatform.model.call.duration")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (Has(tags, "model", model) && Has(tags, "outcome", "answered") && Interlocked.Decrement(ref _left) == 0)
                _done.TrySetResult();
        });
        _listener.Start();
    }

    public Task WaitAsync() => _done.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Dispose() => _listener.Dispose();

    private static bool Has(ReadOnlySpan<KeyValuePair<string, object?>> tags, string key, string value)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == key && Equals(tag.Value, value))
                return true;
        }

        return false;
    }
}
