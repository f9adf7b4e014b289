using System.Runtime.InteropServices;
using Google.Protobuf;
using LabelPlatform.SavedModels;

namespace LabelPlatform.Tests.Common.SavedModels;

/// <summary>The bytes of a tensor, to compare it with what another program says.</summary>
internal static class TensorBytes
{
    public static byte[] ToBytes(this Tensor tensor) => tensor switch
    {
        Tensor<float> numbers => Bytes(numbers),
        Tensor<double> numbers => Bytes(numbers),
        Tensor<Half> numbers => Bytes(numbers),
        Tensor<int> numbers => Bytes(numbers),
        Tensor<long> numbers => Bytes(numbers),
        Tensor<short> numbers => Bytes(numbers),
        Tensor<sbyte> numbers => Bytes(numbers),
        Tensor<byte> numbers => Bytes(numbers),
        Tensor<uint> numbers => Bytes(numbers),
        Tensor<ulong> numbers => Bytes(numbers),
        Tensor<bool> numbers => Bytes(numbers),
        Tensor<ByteString> strings => [.. strings.Values.ToArray().SelectMany(value => value)],
        _ => throw new NotSupportedException(tensor.GetType().ToString()),
    };

    private static byte[] Bytes<T>(Tensor<T> tensor)
        where T : unmanaged => MemoryMarshal.AsBytes(tensor.Values).ToArray();
}
