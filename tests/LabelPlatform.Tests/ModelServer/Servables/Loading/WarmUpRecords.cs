namespace LabelPlatform.Tests.ModelServer.Servables.Loading;

/// <summary>Records of warm-up files, put together by hand (the checksums with a bitwise CRC-32C in Python).</summary>
internal static class WarmUpRecords
{
    /// <summary>Signature <c>double</c>, <c>x</c> = float [1, 2] in <c>float_val</c>.</summary>
    public const string Double =
        "2d000000000000003c418afb" + "322b0a290a0e0a0468616c661a06646f75626c6512170a0178121208011204120208022a080000803f00000040" + "bb1f18d4";

    /// <summary>No signature, <c>tokens</c> = int32 [[7, 8, 9]] in <c>tensor_content</c>.</summary>
    public const string Tokens =
        "2a00000000000000ae8d91f5" + "32280a2612240a06746f6b656e73121a080312081202080112020803220c070000000800000009000000" + "696cd895";

    /// <summary>A classification.</summary>
    public const string Classify = "040000000000000042455204" + "12020a00" + "8cc1c492";

    /// <summary>No request at all.</summary>
    public const string Empty = "000000000000000029039807" + "d8ea82a2";
}
