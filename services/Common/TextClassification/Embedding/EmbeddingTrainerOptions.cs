namespace LabelPlatform.TextClassification.Embedding;

/// <summary>How an <c>embedding</c> model is trained; the defaults are the original's.</summary>
public sealed record EmbeddingTrainerOptions
{
    /// <summary>Passes over the rows, at most.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Rows a step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Adam's learning rate.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>The part of the rows, the last ones, that is not trained on: Keras's <c>validation_split</c>.</summary>
    public double ValidationFraction { get; init; }

    /// <summary>
    /// Ends training after so many epochs in a row without a lower loss on the validation rows, and goes back to the best weights. Null trains all
    /// epochs.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>Seed of the order of rows.</summary>
    public long Seed { get; init; } = 1;
}
