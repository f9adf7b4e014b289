namespace LabelPlatform.TextClassification.Embedding;

/// <summary>Watches the loss on the validation rows, and keeps the weights of the lowest.</summary>
/// <param name="patience">Epochs in a row without a lower loss that end training; null never ends it and keeps nothing.</param>
internal sealed class EarlyStopping(int? patience)
{
    private double _lowest = double.PositiveInfinity;
    private int _waited;

    /// <summary>Whether training is over.</summary>
    public bool IsOver => patience is { } limit && _waited >= limit;

    /// <summary>The best weights so far.</summary>
    public EmbeddingWeights? Best { get; private set; }

    /// <summary>Considers an epoch.</summary>
    public void Consider(double loss, EmbeddingNetwork network)
    {
        if (patience is null)
            return;

        _waited++;
        if (loss >= _lowest)
            return;
        _lowest = loss;
        _waited = 0;
        Best = network.ToWeights();
    }
}
