using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace LabelPlatform.ModelServer.Json;

/// <summary>Writes JSON in the layout of RapidJSON 1.1.0's PrettyWriter: four spaces a level, lists broken or on one line.</summary>
internal sealed class PrettyJsonWriter(IBufferWriter<byte> target)
{
    private const int Indentation = 4;
    private const int MaxIntegerLength = 20;

    // All else is written as it is, whether it is UTF-8 or not.
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private readonly Stack<Level> _outer = [];
    private Level _level;

    /// <summary>Whether lists stay on one line.</summary>
    public bool SingleLineArrays { get; set; }

    public void StartObject()
    {
        Prefix();
        Put('{');
        Enter(inArray: false);
    }

    public void EndObject() => Leave('}', broken: true);

    public void StartArray()
    {
        Prefix();
        Put('[');
        Enter(inArray: true);
    }

    public void EndArray() => Leave(']', broken: !SingleLineArrays);

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Number(long value)
    {
        Prefix();
        value.TryFormat(target.GetSpan(MaxIntegerLength), out var length, default, CultureInfo.InvariantCulture);
        target.Advance(length);
    }

    public void Number(ulong value)
    {
        Prefix();
        value.TryFormat(target.GetSpan(MaxIntegerLength), out var length, default, CultureInfo.InvariantCulture);
        target.Advance(length);
    }

    public void Number(float value)
    {
        Prefix();
        target.Advance(NumberText.Format(value, target.GetSpan(NumberText.MaxLength)));
    }

    public void Number(double value)
    {
        Prefix();
        target.Advance(NumberText.Format(value, target.GetSpan(NumberText.MaxLength)));
    }

    /// <summary>Writes a string or the name of a member.</summary>
    public void String(ReadOnlySpan<byte> utf8)
    {
        Prefix();
        Put('"');
        while (utf8.IndexOfAny(Escaped) is var plain and >= 0)
        {
            target.Write(utf8[..plain]);
            Escape(utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }

        target.Write(utf8);
        Put('"');
    }

    /// <summary>Writes bytes as a string in base 64.</summary>
    public void Base64String(ReadOnlySpan<byte> bytes)
    {
        Prefix();
        Put('"');
        Base64.EncodeToUtf8(bytes, target.GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var length);
        target.Advance(length);
        Put('"');
    }

    private void Raw(ReadOnlySpan<byte> text)
    {
        Prefix();
        target.Write(text);
    }

    private void Prefix()
    {
        if (_outer.Count == 0)
            return;

        if (_level.InArray)
        {
            if (_level.Count > 0)
                Put(',');
            if (!SingleLineArrays)
                BreakLine();
            else if (_level.Count > 0)
                Put(' ');
        }
        else if (_level.Count % 2 == 1)
        {
            target.Write(": "u8);
        }
        else
        {
            if (_level.Count > 0)
                Put(',');
            BreakLine();
        }

        _level = _level with { Count = _level.Count + 1 };
    }

    private void Enter(bool inArray)
    {
        _outer.Push(_level);
        _level = new Level(inArray, 0);
    }

    private void Leave(char end, bool broken)
    {
        var empty = _level.Count == 0;
        _level = _outer.Pop();
        if (broken && !empty)
            BreakLine();
        Put(end);
    }

    private void BreakLine()
    {
        Put('\n');
        var width = _outer.Count * Indentation;
        target.GetSpan(width)[..width].Fill((byte)' ');
        target.Advance(width);
    }

    private void Escape(byte character)
    {
        Put('\\');
        switch (character)
        {
            case (byte)'"' or (byte)'\\':
                Put((char)character);
                break;
            case (byte)'\b':
                Put('b');
                break;
            case (byte)'\f':
                Put('f');
                break;
            case (byte)'\n':
                Put('n');
                break;
            case (byte)'\r':
                Put('r');
                break;
            case (byte)'\t':
                Put('t');
                break;
            default:
                target.Write("u00"u8);
                character.TryFormat(target.GetSpan(2), out var length, "X2", CultureInfo.InvariantCulture);
                target.Advance(length);
                break;
        }
    }

    private void Put(char ascii)
    {
        target.GetSpan(1)[0] = (byte)ascii;
        target.Advance(1);
    }

    /// <param name="InArray">Whether it is an array and no object.</param>
    /// <param name="Count">Values written in it; a member of an object is two.</param>
    private readonly record struct Level(bool InArray, int Count);
}
