using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LabelPlatform.Segmentation;

/// <summary>Reads <c>jieba.bin</c>, whose layout is described where it is written, in <c>Jieba/build.py</c>: arrays, copied as they are.</summary>
internal static class JiebaData
{
    private const uint Magic = 0x4753424A;
    private const uint Version = 1;

    public static (Lexicon Lexicon, HiddenMarkovModel Model) Load()
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("The segmentation dictionary is little-endian.");

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("jieba.bin")
            ?? throw new InvalidOperationException("The assembly was built without its dictionary, jieba.bin.");

        uint[] header = Read<uint>(stream, 8);
        if (header[0] != Magic || header[1] != Version)
            throw new InvalidDataException("jieba.bin has another format than this version reads: run Jieba/build.py.");

        long total = Read<long>(stream, 1)[0];
        long[] frequencies = Read<long>(stream, header[2]);
        double[] logarithms = Read<double>(stream, header[2]);
        ushort[] codes = Read<ushort>(stream, header[3]);
        ulong[] nodes = Read<ulong>(stream, header[4]);

        var start = Read<Vector256<double>>(stream, 1)[0];
        double[] transitions = Read<double>(stream, 16);
        double[] emissionValues = Read<double>(stream, header[5]);
        ushort[] emissionIds = Read<ushort>(stream, 4 * header[6]);
        var emissions = new Vector256<double>[header[6]];
        var values = MemoryMarshal.Cast<Vector256<double>, double>(emissions.AsSpan());
        for (int i = 0; i < values.Length; i++)
            values[i] = emissionValues[emissionIds[i]];

        var dictionary = new PrefixDictionary(frequencies, logarithms, codes, nodes);
        return (new Lexicon(dictionary, null, total), new HiddenMarkovModel(start, transitions, emissions));
    }

    private static T[] Read<T>(Stream stream, uint length)
        where T : unmanaged
    {
        var section = GC.AllocateUninitializedArray<T>((int)length);
        var bytes = MemoryMarshal.AsBytes(section.AsSpan());
        stream.ReadExactly(bytes);
        stream.Seek(-bytes.Length & 7, SeekOrigin.Current);
        return section;
    }
}
