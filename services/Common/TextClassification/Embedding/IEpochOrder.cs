namespace LabelPlatform.TextClassification.Embedding;

/// <summary>Decides the order in which an epoch visits its rows.</summary>
public interface IEpochOrder
{
    /// <summary>Writes the rows 0, 1, … into the order of an epoch.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="rows">Receives each row once; holds the last epoch's order.</param>
    void Arrange(int epoch, Span<int> rows);
}
