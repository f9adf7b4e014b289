namespace LabelPlatform.Contracts.Training;

/// <summary>The kinds of network.</summary>
public enum TrainingNetwork
{
    /// <summary>A linear classifier over characters, pairs and words: better and faster.</summary>
    Linear,

    /// <summary>The original's: embeddings of words and pairs of words, their mean, a dense layer.</summary>
    Embedding,
}
