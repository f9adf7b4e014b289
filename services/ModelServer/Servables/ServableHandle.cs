using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>A version in use: it is not unloaded before this is disposed.</summary>
public sealed class ServableHandle(string model, long version, SavedModel savedModel, Action release) : IDisposable
{
    private Action? _release = release;

    public string Model { get; } = model;

    public long Version { get; } = version;

    public SavedModel SavedModel { get; } = savedModel;

    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
