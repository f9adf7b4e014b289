namespace LabelPlatform.Segmentation;

/// <summary>The distinct frequencies of words with their logarithms: few, however many words there are, so they stay in the cache.</summary>
internal sealed class FrequencyTable
{
    private readonly Dictionary<long, int> _indexes;

    public FrequencyTable()
    {
        _indexes = [];
        Frequencies = new long[4];
        Logarithms = new double[4];
    }

    /// <summary>A table that goes on from these.</summary>
    public FrequencyTable(ReadOnlySpan<long> frequencies, ReadOnlySpan<double> logarithms)
    {
        Frequencies = frequencies.ToArray();
        Logarithms = logarithms.ToArray();
        _indexes = new Dictionary<long, int>(frequencies.Length);
        for (int i = 0; i < frequencies.Length; i++)
            _indexes.Add(frequencies[i], i);
    }

    /// <summary>The frequencies by index, with room for more at the end.</summary>
    public long[] Frequencies { get; private set; }

    /// <summary>Their natural logarithms; negative infinity for 0.</summary>
    public double[] Logarithms { get; private set; }

    public int Count => _indexes.Count;

    public FrequencyTable Clone() => new(Frequencies.AsSpan(0, Count), Logarithms.AsSpan(0, Count));

    public int IndexOf(long frequency)
    {
        if (_indexes.TryGetValue(frequency, out int index))
            return index;

        index = _indexes.Count;
        if (index == Frequencies.Length)
        {
            Frequencies = Copy(Frequencies, index * 2);
            Logarithms = Copy(Logarithms, index * 2);
        }

        _indexes.Add(frequency, index);
        Frequencies[index] = frequency;
        Logarithms[index] = Math.Log(frequency);
        return index;
    }

    private static T[] Copy<T>(T[] original, int length)
    {
        Array.Resize(ref original, length);
        return original;
    }
}
