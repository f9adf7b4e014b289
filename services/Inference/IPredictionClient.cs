namespace LabelPlatform.Inference;

/// <summary>Asks the one model of a label, wherever it runs.</summary>
public interface IPredictionClient
{
    /// <summary>The label that the model decides.</summary>
    string Label { get; }

    /// <summary>Name of the model.</summary>
    string Model { get; }

    /// <summary>Asks about texts.</summary>
    /// <param name="texts">One or more texts.</param>
    /// <param name="deadline">UTC. After it nobody waits for the answer; <paramref name="cancellation"/> ends with it.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The probabilities, in the order of the texts.</returns>
    /// <exception cref="PredictionException">No text could be answered.</exception>
    Task<ModelAnswer> PredictAsync(IReadOnlyList<TextWords> texts, DateTime deadline, CancellationToken cancellation);
}
