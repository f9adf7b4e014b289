using Google.Protobuf;

namespace LabelPlatform.SavedModels;

/// <summary>The elements of a string tensor as TensorFlow lays them out: the lengths of all, then the bytes of all.</summary>
internal static class StringData
{
    /// <exception cref="SavedModelException">There are not so many lengths.</exception>
    public static int[] ReadLengths(ByteReader reader, int count)
    {
        // Each has a byte or more; the array is not made for what cannot be there.
        if (count > reader.Remaining)
            throw new SavedModelException(StatusCode.DataLoss, $"{count} strings cannot be in {reader.Remaining} bytes.");
        var lengths = new int[count];
        for (var i = 0; i < count; i++)
            lengths[i] = reader.ReadLength();
        return lengths;
    }

    /// <summary>All that is left, cut into strings, which are not copied.</summary>
    /// <exception cref="SavedModelException">It is longer or shorter than the strings.</exception>
    public static ByteString[] ReadStrings(ByteReader reader, ReadOnlySpan<int> lengths)
    {
        var total = 0L;
        foreach (var length in lengths)
            total += length;
        if (total != reader.Remaining)
        {
            throw new SavedModelException(
                StatusCode.DataLoss, $"The strings have {total} bytes by their lengths, but there are {reader.Remaining}.");
        }

        var strings = new ByteString[lengths.Length];
        for (var i = 0; i < strings.Length; i++)
            strings[i] = lengths[i] == 0 ? ByteString.Empty : UnsafeByteOperations.UnsafeWrap(reader.Read(lengths[i]));
        return strings;
    }
}
