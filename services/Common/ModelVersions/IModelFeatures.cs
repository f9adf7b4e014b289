namespace LabelPlatform.ModelVersions;

/// <summary>How a model's input row is made of a text.</summary>
public interface IModelFeatures
{
    /// <summary>Ids that a row has at most.</summary>
    int MaxLength { get; }

    /// <summary>Writes the ids of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ids">Room for <see cref="MaxLength"/> ids.</param>
    /// <returns>How many there are.</returns>
    int Extract(IModelText text, Span<int> ids);
}
