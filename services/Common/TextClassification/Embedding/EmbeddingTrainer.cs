namespace LabelPlatform.TextClassification.Embedding;

/// <summary>
/// Trains the original's network as Keras does: cross-entropy, Adam on every weight at every step, batches in a new order each epoch. One thread;
/// the same seed gives the same weights.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="order">The order of rows; null shuffles by the options' seed.</param>
public sealed class EmbeddingTrainer(EmbeddingTrainerOptions options, IEpochOrder? order = null)
{
    private readonly IEpochOrder _order = order ?? new ShuffledOrder(options.Seed);

    /// <summary>Trains.</summary>
    /// <param name="examples">The training rows; the last ones validate if the options say so.</param>
    /// <param name="initial">The weights to start from; they stay as they are.</param>
    /// <param name="progress">Hears of each epoch.</param>
    /// <param name="cancellation">Ends training between epochs.</param>
    /// <exception cref="ArgumentException">There is nothing to train on, or an id without a vector.</exception>
    public EmbeddingTrainingResult Train(
        EmbeddingExamples examples,
        EmbeddingWeights initial,
        Action<EmbeddingEpoch>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(initial);
        if (examples.AllIds.ContainsAnyExceptInRange(0, initial.Rows - 1))
            throw new ArgumentException($"Ids are from 0 to {initial.Rows - 1}, as there are vectors.", nameof(examples));
        var trained = (int)Math.Floor(examples.Count * (1 - options.ValidationFraction));
        if (trained == 0)
            throw new ArgumentException("There are no rows to train on.", nameof(examples));

        var batches = (trained + options.BatchSize - 1) / options.BatchSize;
        var network = new EmbeddingNetwork(initial, new AdamSchedule(batches * options.Epochs, options.LearningRate));
        var stopping = new EarlyStopping(options.Patience);
        var history = new List<EmbeddingEpoch>(options.Epochs);
        var rows = new int[trained];
        for (var epoch = 0; epoch < options.Epochs && !stopping.IsOver; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            _order.Arrange(epoch, rows);
            var training = TrainEpoch(network, examples, rows);
            EmbeddingLoss? validation = trained == examples.Count ? null : network.Evaluate(examples, trained..);
            history.Add(new EmbeddingEpoch(epoch + 1, training, validation));
            progress?.Invoke(history[^1]);
            if (validation is { } judged)
                stopping.Consider(judged.Loss, network);
        }

        return new EmbeddingTrainingResult(stopping.Best ?? network.ToWeights(), history);
    }

    /// <summary>Trains on each batch; the means are weighted by rows.</summary>
    private EmbeddingLoss TrainEpoch(EmbeddingNetwork network, EmbeddingExamples examples, ReadOnlySpan<int> rows)
    {
        double loss = 0, accuracy = 0;
        for (var start = 0; start < rows.Length; start += options.BatchSize)
        {
            var batch = rows.Slice(start, Math.Min(options.BatchSize, rows.Length - start));
            var judged = network.Train(examples, batch);
            loss += judged.Loss * batch.Length;
            accuracy += judged.Accuracy * batch.Length;
        }

        return new EmbeddingLoss(loss / rows.Length, accuracy / rows.Length);
    }
}
