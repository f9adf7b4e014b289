using System.Buffers.Text;
using System.Text;

namespace LabelPlatform.ModelServer.Json;

/// <summary>Takes the escapes out of strings that <see cref="JsonParser"/> has checked.</summary>
internal static class JsonEscapes
{
    private const int HexDigits = 4;

    public static byte[] Remove(ReadOnlySpan<byte> text)
    {
        var result = new byte[text.Length];
        var length = 0;
        while (text.IndexOf((byte)'\\') is var plain and >= 0)
        {
            text[..plain].CopyTo(result.AsSpan(length));
            length += plain;
            text = text[(plain + 1)..];
            if (text[0] == 'u')
            {
                length += ReadRune(ref text).EncodeToUtf8(result.AsSpan(length));
            }
            else
            {
                result[length++] = Simple(text[0]);
                text = text[1..];
            }
        }

        text.CopyTo(result.AsSpan(length));
        return result[..(length + text.Length)];
    }

    /// <summary>What a backslash and this letter stand for; 0 when nothing.</summary>
    public static byte Simple(byte letter) => letter switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => letter,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => 0,
    };

    /// <summary>Reads four hexadecimal digits.</summary>
    public static bool TryReadHex(ReadOnlySpan<byte> text, out char unit)
    {
        // The parser of the framework would take fewer than four digits.
        unit = '\0';
        if (text.Length < HexDigits
            || !Utf8Parser.TryParse(text[..HexDigits], out ushort value, out var consumed, 'x')
            || consumed != HexDigits)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }

    private static Rune ReadRune(ref ReadOnlySpan<byte> text)
    {
        TryReadHex(text[1..], out var unit);
        text = text[(1 + HexDigits)..];
        if (!char.IsHighSurrogate(unit))
            return new Rune(unit);

        TryReadHex(text[2..], out var low);
        text = text[(2 + HexDigits)..];
        return new Rune(unit, low);
    }
}
