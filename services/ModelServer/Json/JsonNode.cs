namespace LabelPlatform.ModelServer.Json;

/// <summary>
/// One value on a <see cref="JsonTape"/>, in 16 bytes. What an array or object holds follows it: of an object each member's name, then its
/// value.
/// </summary>
internal readonly struct JsonNode
{
    private readonly long _payload;

    public JsonNode(JsonKind kind, long payload) => (Kind, _payload) = (kind, payload);

    private JsonNode(JsonKind kind, int first, int second)
        : this(kind, ((long)second << 32) | (uint)first)
    {
    }

    public JsonKind Kind { get; }

    public long Integer => _payload;

    public ulong Unsigned => (ulong)_payload;

    public double Real => BitConverter.Int64BitsToDouble(_payload);

    /// <summary>Where the characters of a string begin in the text.</summary>
    public int TextStart => (int)_payload;

    /// <summary>Bytes of a string in the text, escapes and all.</summary>
    public int TextLength => (int)(_payload >> 32);

    /// <summary>Index of the node after all that an array or object holds.</summary>
    public int End => (int)_payload;

    /// <summary>Number of elements or members.</summary>
    public int Count => (int)(_payload >> 32);

    public bool IsString => Kind is JsonKind.String or JsonKind.EscapedString;

    public bool IsNumber => Kind is JsonKind.Integer or JsonKind.UnsignedInteger or JsonKind.Real;

    /// <summary>RapidJSON's word for it.</summary>
    public string TypeName => Kind switch
    {
        JsonKind.EscapedString => nameof(JsonKind.String),
        JsonKind.Integer or JsonKind.UnsignedInteger or JsonKind.Real => "Number",
        _ => Kind.ToString(),
    };

    public static JsonNode OfReal(double value) => new(JsonKind.Real, BitConverter.DoubleToInt64Bits(value));

    public static JsonNode OfText(bool escaped, int start, int length) => new(escaped ? JsonKind.EscapedString : JsonKind.String, start, length);

    public static JsonNode OfContainer(JsonKind kind, int end, int count) => new(kind, end, count);
}
