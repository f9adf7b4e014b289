using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace LabelPlatform.ModelServer.Json;

/// <content>Strings.</content>
internal ref partial struct JsonParser
{
    private static readonly SearchValues<byte> StringSpecials = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private void ReadString()
    {
        var start = ++_position;
        var escaped = false;
        while (true)
        {
            var segment = _text[_position..];
            var special = segment.IndexOfAny(StringSpecials);
            if (special >= 0)
                segment = segment[..special];
            RequireUtf8(segment);
            _position += segment.Length;
            switch (Peek())
            {
                case (byte)'"':
                    _nodes.Add(JsonNode.OfText(escaped, start, _position++ - start));
                    return;
                case (byte)'\\':
                    escaped = true;
                    SkipEscape();
                    break;
                case 0:
                    throw Error("Missing a closing quotation mark in string.");
                default:
                    throw Error("Invalid escape character in string.");
            }
        }
    }

    private readonly void RequireUtf8(ReadOnlySpan<byte> segment)
    {
        if (Utf8.IsValid(segment))
            return;

        var valid = 0;
        while (Rune.DecodeFromUtf8(segment[valid..], out _, out var length) is OperationStatus.Done)
            valid += length;
        throw Error("Invalid encoding in string.", _position + valid);
    }

    private void SkipEscape()
    {
        var start = _position++;
        var letter = Peek();
        if (letter != 'u')
        {
            if (JsonEscapes.Simple(letter) == 0)
                throw Error("Invalid escape character in string.", start);
            _position++;
            return;
        }

        var unit = ReadUnit(start);
        if (!char.IsSurrogate(unit))
            return;
        if (char.IsLowSurrogate(unit) || Peek() != '\\' || !_text[(_position + 1)..].StartsWith((byte)'u'))
            throw Error("The surrogate pair in string is invalid.", start);
        _position++;
        if (!char.IsLowSurrogate(ReadUnit(start)))
            throw Error("The surrogate pair in string is invalid.", start);
    }

    /// <summary>Reads <c>uXXXX</c>.</summary>
    private char ReadUnit(int start)
    {
        if (!JsonEscapes.TryReadHex(_text[(_position + 1)..], out var unit))
            throw Error("Incorrect hex digit after \\u escape in string.", start);
        _position += 5;
        return unit;
    }
}
