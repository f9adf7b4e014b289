using System.Globalization;

namespace LabelPlatform.ModelServer.Json;

/// <summary>
/// Writes real numbers as TensorFlow Serving: six significant digits when they read back as the same value, else as many as the type needs;
/// always
/// with a point or an exponent, so that they are not taken for integers.
/// </summary>
internal static class NumberText
{
    /// <summary>Bytes that no number exceeds.</summary>
    public const int MaxLength = 32;

    /// <returns>Number of bytes written.</returns>
    public static int Format(float value, Span<byte> target)
    {
        if (!float.IsFinite(value))
            return FormatNonFinite(value, target);
        value.TryFormat(target, out var length, "G6", CultureInfo.InvariantCulture);
        if (float.Parse(target[..length], NumberStyles.Float, CultureInfo.InvariantCulture) != value)
            value.TryFormat(target, out length, "G9", CultureInfo.InvariantCulture);
        return Finish(target, length);
    }

    /// <returns>Number of bytes written.</returns>
    public static int Format(double value, Span<byte> target)
    {
        if (!double.IsFinite(value))
            return FormatNonFinite(value, target);
        value.TryFormat(target, out var length, "G6", CultureInfo.InvariantCulture);
        if (double.Parse(target[..length], NumberStyles.Float, CultureInfo.InvariantCulture) != value)
            value.TryFormat(target, out length, "G17", CultureInfo.InvariantCulture);
        return Finish(target, length);
    }

    private static int FormatNonFinite(double value, Span<byte> target)
    {
        var text = double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8;
        text.CopyTo(target);
        return text.Length;
    }

    private static int Finish(Span<byte> target, int length)
    {
        var exponent = target[..length].IndexOf((byte)'E');
        if (exponent >= 0)
            target[exponent] = (byte)'e';
        if (exponent >= 0 || target[..length].Contains((byte)'.'))
            return length;
        ".0"u8.CopyTo(target[length..]);
        return length + 2;
    }
}
