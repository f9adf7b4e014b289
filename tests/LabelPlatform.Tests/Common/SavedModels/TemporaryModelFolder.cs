namespace LabelPlatform.Tests.Common.SavedModels;

/// <summary>A new folder of a model, deleted with all it holds.</summary>
internal sealed class TemporaryModelFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("labelplatform-model-").FullName;

    public void Write(ReadOnlySpan<byte> savedModel)
    {
        using var file = File.Create(System.IO.Path.Combine(Path, "saved_model.pb"));
        file.Write(savedModel);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
