namespace LabelPlatform.ModelServer.Json;

/// <summary>What a <see cref="JsonNode"/> is.</summary>
internal enum JsonKind : byte
{
    Null,
    False,
    True,

    /// <summary>A whole number in the range of <see cref="long"/>.</summary>
    Integer,

    /// <summary>A whole number above the range of <see cref="long"/>, in that of <see cref="ulong"/>.</summary>
    UnsignedInteger,

    /// <summary>Any other number, NaN and the infinities too.</summary>
    Real,

    String,

    /// <summary>A string with escapes in it.</summary>
    EscapedString,

    Array,
    Object,
}
