using System.Buffers;
using System.Buffers.Text;
using Google.Protobuf;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Bytes in JSON: <c>{"b64": "aGVsbG8="}</c>.</summary>
internal static class Base64Object
{
    /// <summary>Name of the only member.</summary>
    public static ReadOnlySpan<byte> Key => "b64"u8;

    /// <summary>Whether a value is one.</summary>
    public static bool Is(JsonTape tape, int index) =>
        tape.Nodes[index] is { Kind: JsonKind.Object, Count: 1 } && tape.TextEquals(index + 1, Key) && tape.Nodes[index + 2].IsString;

    /// <exception cref="SavedModelException">InvalidArgument: it is none, or not in base 64.</exception>
    public static ByteString Read(JsonTape tape, int index)
    {
        if (!Is(tape, index))
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument, $"JSON Value: {JsonText.Of(tape, index)} not formatted correctly for base64 data");
        }

        return TryDecode(tape.Utf8(index + 2), out var bytes)
            ? bytes
            : throw new SavedModelException(StatusCode.InvalidArgument, "Unable to base64 decode");
    }

    /// <summary>
    /// Decodes as absl::Base64Unescape does: padding may be missing, but not be wrong, and a point is as good as an equals sign.
    /// </summary>
    private static bool TryDecode(ReadOnlySpan<byte> text, out ByteString bytes)
    {
        bytes = ByteString.Empty;
        var padded = ArrayPool<byte>.Shared.Rent(text.Length + 3);
        try
        {
            var length = CopyWithoutSpace(text, padded);
            var data = length;
            while (data > 0 && padded[data - 1] is (byte)'=' or (byte)'.')
                data--;
            var padding = (4 - (data % 4)) % 4;
            if (length != data && length != data + padding)
                return false;
            padded.AsSpan(data, padding).Fill((byte)'=');
            if (Base64.DecodeFromUtf8InPlace(padded.AsSpan(0, data + padding), out var written) is not OperationStatus.Done)
                return false;
            bytes = ByteString.CopyFrom(padded.AsSpan(0, written));
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded);
        }
    }

    private static int CopyWithoutSpace(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (character is not ((byte)' ' or (>= (byte)'\t' and <= (byte)'\r')))
                target[length++] = character;
        }

        return length;
    }
}
