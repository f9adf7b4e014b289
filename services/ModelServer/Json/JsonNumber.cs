using System.Globalization;

namespace LabelPlatform.ModelServer.Json;

/// <summary>Makes nodes of numbers: a whole number that fits stays one, everything else is a double.</summary>
internal static class JsonNumber
{
    /// <summary>So many digits always fit in a <see cref="ulong"/>.</summary>
    public const int MaxSafeDigits = 19;

    // With up to 15 digits both the significand and the power of ten are exact doubles, so that one division rounds correctly (Clinger
    // 1990).
    private const int MaxExactDigits = 15;

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>A whole number by its digits and sign.</summary>
    public static JsonNode OfInteger(ulong value, bool negative)
    {
        if (value <= long.MaxValue)
            return new JsonNode(JsonKind.Integer, negative ? -(long)value : (long)value);
        if (!negative)
            return new JsonNode(JsonKind.UnsignedInteger, (long)value);
        return value == 1UL << 63 ? new JsonNode(JsonKind.Integer, long.MinValue) : JsonNode.OfReal(-(double)value);
    }

    /// <summary>Any number, whose syntax has been checked.</summary>
    public static JsonNode Of(ReadOnlySpan<byte> text)
    {
        if (TryReadExact(text, out var value))
            return JsonNode.OfReal(value);
        // Twenty digits, the largest of them fit in a ulong.
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
            return OfInteger(integer, negative: false);
        return JsonNode.OfReal(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static bool TryReadExact(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var negative = text[0] == '-';
        if (negative)
            text = text[1..];
        // One more for the decimal point.
        if (text.Length > MaxExactDigits + 1)
            return false;

        var significand = 0L;
        var decimals = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.')
                decimals = text.Length - i - 1;
            else if (char.IsAsciiDigit((char)text[i]))
                significand = (significand * 10) + (text[i] - '0');
            else
                return false;
        }

        value = significand / PowersOfTen[decimals];
        if (negative)
            value = -value;
        return true;
    }
}
