namespace LabelPlatform.TextClassification;

/// <summary>Steele, Lea and Flood's SplitMix64: the same numbers from a seed on every machine and every version of .NET.</summary>
/// <param name="seed">Any number.</param>
public struct SplitMix64(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>The finaliser: a number from a number, each from one only; every bit of the input changes every bit of the output.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Any number.</summary>
    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>A number from 0 to below the limit; the bias of 2^-64 times the limit does not matter here.</summary>
    public int Next(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from 0 to below 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Puts the items into any order, each as likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
