namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>What a <see cref="LabelGraphEdit"/> does.</summary>
public enum LabelGraphEditKind
{
    /// <summary>Adds a label, or gives it other parents.</summary>
    PutLabel,

    /// <summary>Removes a label without children, with its vocabulary relations.</summary>
    DeleteLabel,

    /// <summary>Relates a word to a label, or changes the weight.</summary>
    PutWord,

    /// <summary>Removes a word's relation to a label, or to all of them.</summary>
    DeleteWord,
}
