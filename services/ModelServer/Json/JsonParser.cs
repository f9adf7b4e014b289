using System.Runtime.CompilerServices;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Json;

/// <summary>
/// Reads JSON as TensorFlow Serving does: RapidJSON 1.1.0's iterative parser with NaN and the infinities, stopping after the root, with its
/// error
/// texts and offsets. Other than that one it refuses strings that are not UTF-8 and lone surrogates.
/// </summary>
internal ref partial struct JsonParser
{
    private const int NoContainer = -1;

    private readonly ReadOnlySpan<byte> _text;
    private readonly ref JsonNodeList _nodes;
    private int _position;

    // The innermost open array or object. While one is open its node holds the container around it, and that one's count.
    private int _container = NoContainer;
    private bool _inObject;
    private int _count;

    public JsonParser(ReadOnlySpan<byte> text, ref JsonNodeList nodes)
    {
        _text = text;
        _nodes = ref nodes;
    }

    /// <exception cref="SavedModelException">InvalidArgument, in RapidJSON's words.</exception>
    public void Parse()
    {
        if (_text.IsEmpty)
            throw new SavedModelException(StatusCode.InvalidArgument, "JSON Parse error: The document is empty");
        if (_text.StartsWith("\uFEFF"u8))
            _position = 3;
        SkipWhitespace();
        if (Peek() is 0 or (byte)']' or (byte)'}' or (byte)',' or (byte)':')
            throw Error("The document is empty.");

        do
            ReadValue();
        while (!FinishValue());
    }

    /// <summary>Reads a scalar, or opens arrays and objects up to one; an empty one is a value too.</summary>
    private void ReadValue()
    {
        while (true)
        {
            switch (Peek())
            {
                case (byte)'[':
                    Open(JsonKind.Array);
                    if (Peek() != ']')
                        continue;
                    Close();
                    return;
                case (byte)'{':
                    Open(JsonKind.Object);
                    if (Peek() == '}')
                    {
                        Close();
                        return;
                    }

                    ReadName();
                    continue;
                case (byte)'"':
                    ReadString();
                    return;
                case (byte)'n':
                    ReadLiteral("null"u8, JsonKind.Null);
                    return;
                case (byte)'t':
                    ReadLiteral("true"u8, JsonKind.True);
                    return;
                case (byte)'f':
                    ReadLiteral("false"u8, JsonKind.False);
                    return;
                default:
                    if (TakeIntegers())
                        continue;
                    ReadNumber();
                    return;
            }
        }
    }

    /// <summary>Goes on after a value to where the next must be.</summary>
    /// <returns>Whether that value was the root.</returns>
    private bool FinishValue()
    {
        while (_container != NoContainer)
        {
            _count++;
            SkipWhitespace();
            var next = Peek();
            if (next == ',')
            {
                _position++;
                SkipWhitespace();
                if (_inObject)
                    ReadName();
                return false;
            }

            if (next != (_inObject ? '}' : ']'))
                throw Error(_inObject ? "Missing a comma or '}' after an object member." : "Missing a comma or ']' after an array element.");
            Close();
        }

        return true;
    }

    private void Open(JsonKind kind)
    {
        _nodes.Add(JsonNode.OfContainer(kind, _container, _count));
        _container = _nodes.Count - 1;
        _inObject = kind is JsonKind.Object;
        _count = 0;
        _position++;
        SkipWhitespace();
    }

    private void Close()
    {
        ref var node = ref _nodes[_container];
        var outer = node;
        node = JsonNode.OfContainer(node.Kind, _nodes.Count, _count);
        (_container, _count) = (outer.End, outer.Count);
        _inObject = _container != NoContainer && _nodes[_container].Kind is JsonKind.Object;
        _position++;
    }

    private void ReadName()
    {
        if (Peek() != '"')
            throw Error("Missing a name for object member.");
        ReadString();
        SkipWhitespace();
        if (Peek() != ':')
            throw Error("Missing a colon after a name of object member.");
        _position++;
        SkipWhitespace();
    }

    private void ReadLiteral(ReadOnlySpan<byte> literal, JsonKind kind)
    {
        Expect(literal);
        _nodes.Add(new JsonNode(kind, 0));
    }

    private void Expect(ReadOnlySpan<byte> word)
    {
        var same = _text[_position..].CommonPrefixLength(word);
        _position += same;
        if (same < word.Length)
            throw Error("Invalid value.");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhitespace()
    {
        while (Peek() is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            _position++;
    }

    // A NUL character ends the text, as in C.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek() => (uint)_position < (uint)_text.Length ? _text[_position] : (byte)0;

    private readonly SavedModelException Error(string text) => Error(text, _position);

    private static SavedModelException Error(string text, int offset) =>
        new(StatusCode.InvalidArgument, $"JSON Parse error: {text} at offset: {offset}");
}
