using System.Globalization;
using System.Text;

namespace LabelPlatform.ModelsConfig;

/// <summary>
/// Parses protobuf's text format without a schema: fields in order, repeated ones repeated, lists as repeated fields. It takes what
/// TensorFlow Serving's configuration files use: <c>#</c> comments, <c>name { }</c> and <c>name: { }</c>, <c>&lt; &gt;</c>, single and double
/// quotes with escapes, adjacent strings joined, optional commas and semicolons.
/// </summary>
public ref struct TextProtoParser
{
    private const int MaxDepth = 32;

    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private int _line = 1;

    private TextProtoParser(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads the fields of a file.</summary>
    /// <exception cref="InvalidDataException">The text is not in this format; the message names the line.</exception>
    public static IReadOnlyList<TextProtoField> Parse(ReadOnlySpan<char> text) => new TextProtoParser(text).ReadFields(end: '\0', depth: 0);

    private List<TextProtoField> ReadFields(char end, int depth)
    {
        if (depth > MaxDepth)
            throw Error($"messages are nested more than {MaxDepth} deep");

        var fields = new List<TextProtoField>();
        while (Peek() != end || (end == '\0' && _position < _text.Length))
        {
            var line = _line;
            var name = ReadName();
            var colon = TryTake(':');
            if (TryTake('['))
                ReadList(fields, name, depth);
            else
                fields.Add(ReadValue(name, line, colon, depth));
            if (!TryTake(','))
                TryTake(';');
        }

        if (end != '\0')
            _position++;
        return fields;
    }

    private void ReadList(List<TextProtoField> fields, string name, int depth)
    {
        if (TryTake(']'))
            return;
        do
            fields.Add(ReadValue(name, _line, colon: true, depth));
        while (TryTake(','));
        if (!TryTake(']'))
            throw Error($"the list of '{name}' is not closed by ']'");
    }

    private TextProtoField ReadValue(string name, int line, bool colon, int depth)
    {
        if (TryTake('{'))
            return new TextProtoField(name, line, null, ReadFields('}', depth + 1));
        if (TryTake('<'))
            return new TextProtoField(name, line, null, ReadFields('>', depth + 1));
        if (!colon)
            throw Error($"':' or '{{' expected after '{name}'");
        return new TextProtoField(name, line, Peek() is '"' or '\'' ? ReadStrings() : ReadWord($"a value of '{name}'"), null);
    }

    private string ReadName()
    {
        // [package.extension] and [type.googleapis.com/type] are names of fields that we skip.
        if (!TryTake('['))
            return ReadWord("the name of a field");
        var length = _text[_position..].IndexOf(']');
        if (length < 0)
            throw Error("the name of an extension is not closed by ']'");
        var name = _text.Slice(_position, length).ToString();
        _position += length + 1;
        return name;
    }

    private string ReadWord(string expected)
    {
        SkipBlanks();
        var rest = _text[_position..];
        var length = 0;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '.' or '+' or '-'))
            length++;
        if (length == 0)
            throw Error(rest.IsEmpty ? $"{expected} expected, but the file ends" : $"{expected} expected, but '{rest[0]}' found");
        _position += length;
        return rest[..length].ToString();
    }

    private string ReadStrings()
    {
        var bytes = new List<byte>();
        while (Peek() is '"' or '\'')
            ReadString(bytes, _text[_position++]);
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private void ReadString(List<byte> bytes, char quote)
    {
        var start = _position;
        while (true)
        {
            if (_position >= _text.Length || _text[_position] == '\n')
                throw Error("a string is not closed on its line");
            var c = _text[_position];
            if (c != quote && c != '\\')
            {
                _position++;
                continue;
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(_text[start.._position].ToString()));
            _position++;
            if (c == quote)
                return;
            ReadEscape(bytes);
            start = _position;
        }
    }

    private void ReadEscape(List<byte> bytes)
    {
        var c = _position < _text.Length ? _text[_position++] : '\0';
        switch (c)
        {
            case 'n': bytes.Add((byte)'\n'); break;
            case 'r': bytes.Add((byte)'\r'); break;
            case 't': bytes.Add((byte)'\t'); break;
            case '\\' or '\'' or '"' or '?': bytes.Add((byte)c); break;
            case 'x' or 'X': bytes.Add((byte)ReadHex(2)); break;
            case 'u': bytes.AddRange(Utf8(ReadHex(4))); break;
            case 'U': bytes.AddRange(Utf8(ReadHex(8))); break;
            case >= '0' and <= '7':
                _position--;
                bytes.Add((byte)ReadOctal());
                break;
            default: throw Error(@"a string has an unknown escape after '\'");
        }
    }

    private byte[] Utf8(int value) =>
        Rune.IsValid(value) ? Encoding.UTF8.GetBytes(new Rune(value).ToString()) : throw Error("a string has an escape that is no character");

    private int ReadOctal()
    {
        var value = 0;
        for (var digits = 0; digits < 3 && _position < _text.Length && _text[_position] is >= '0' and <= '7'; digits++)
            value = (value * 8) + (_text[_position++] - '0');
        return value;
    }

    private int ReadHex(int maxLength)
    {
        var rest = _text[_position..];
        var length = 0;
        while (length < maxLength && length < rest.Length && char.IsAsciiHexDigit(rest[length]))
            length++;
        if (!int.TryParse(rest[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw Error("a string has an escape without digits");
        _position += length;
        return value;
    }

    private bool TryTake(char c)
    {
        if (Peek() != c)
            return false;
        _position++;
        return true;
    }

    private char Peek()
    {
        SkipBlanks();
        return _position < _text.Length ? _text[_position] : '\0';
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '#')
            {
                var length = _text[_position..].IndexOf('\n');
                _position = length < 0 ? _text.Length : _position + length;
                continue;
            }

            if (!char.IsWhiteSpace(c))
                return;
            if (c == '\n')
                _line++;
            _position++;
        }
    }

    private readonly InvalidDataException Error(string what) => new($"Line {_line}: {what}.");
}
