using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>The tensors of a request; they are only valid until this is disposed.</summary>
internal sealed class PredictInputs(PredictFormat format, TensorReader[] readers) : IDisposable
{
    private Dictionary<string, Tensor>? _tensors;

    public PredictFormat Format { get; } = format;

    public IReadOnlyDictionary<string, Tensor> Tensors =>
        _tensors ??= readers.ToDictionary(reader => reader.Name, reader => reader.ToTensor(), StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var reader in readers)
            reader.Dispose();
    }
}
