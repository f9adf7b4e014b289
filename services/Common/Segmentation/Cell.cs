namespace LabelPlatform.Segmentation;

/// <summary>What the segmentation of a block keeps for each of its characters.</summary>
internal struct Cell
{
    /// <summary>The logarithm of the probability of the best route from here to the end of the block.</summary>
    public double Route;

    /// <summary>Where the best route's first word ends.</summary>
    public int Next;

    /// <summary>The character's code in the base dictionary.</summary>
    public ushort Code;

    /// <summary>The character's state in the hidden Markov model; while decoding, one bit for each state: which predecessor it came from.</summary>
    public byte State;
}
