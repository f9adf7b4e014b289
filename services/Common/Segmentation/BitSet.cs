
namespace LabelPlatform.Segmentation;

/// <summary>Bits that are 0 as far as one looks.</summary>
internal sealed class BitSet(int capacity)
{
    private ulong[] _words = new ulong[capacity / 64 + 2];

    public void Set(int bit)
    {
        if (bit >> 6 >= _words.Length)
            Array.Resize(ref _words, Math.Max((bit >> 6) + 1, _words.Length * 2));
        _words[bit >> 6] |= 1UL << bit;
    }

    public void Clear(int bit) => _words[bit >> 6] &= ~(1UL << bit);

    /// <summary>The 64 bits from this one on.</summary>
    public ulong Window(int bit)
    {
        int word = bit >> 6;
        int shift = bit & 63;
        ulong low = word < _words.Length ? _words[word] >> shift : 0;
        ulong high = shift != 0 && word + 1 < _words.Length ? _words[word + 1] << -shift : 0;
        return low | high;
    }
}
