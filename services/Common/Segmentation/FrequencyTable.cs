namespace LabelPlatform.Segmentation;

/// <summary>The distinct frequencies of a trie with their logarithms: few, however many words there are, so they stay in the cache.</summary>
internal sealed class FrequencyTable
{
    private readonly Dictionary<long, int> _indexes;
    private long[] _frequencies;
    private double[] _logarithms;

    public FrequencyTable()
    {
        _indexes = [];
        _frequencies = new long[4];
        _logarithms = new double[4];
    }

    private FrequencyTable(FrequencyTable original)
    {
        _indexes = new Dictionary<long, int>(original._indexes);
        _frequencies = (long[])original._frequencies.Clone();
        _logarithms = (double[])original._logarithms.Clone();
    }

    public FrequencyTable Clone() => new(this);

    public long Frequency(int index) => _frequencies[index];

    /// <summary>Negative infinity for 0.</summary>
    public double LogFrequency(int index) => _logarithms[index];

    public int IndexOf(long frequency)
    {
        if (_indexes.TryGetValue(frequency, out int index))
            return index;

        index = _indexes.Count;
        if (index == _frequencies.Length)
        {
            Array.Resize(ref _frequencies, index * 2);
            Array.Resize(ref _logarithms, index * 2);
        }

        _indexes.Add(frequency, index);
        _frequencies[index] = frequency;
        _logarithms[index] = Math.Log(frequency);
        return index;
    }
}
