using System.Globalization;
using System.Numerics;

namespace LabelPlatform.ModelServer.Json;

/// <summary>
/// Writes real numbers as TensorFlow Serving: six significant digits when they read back as the same value, else as many as the type needs;
/// always with a point
/// or an exponent, so that they are not taken for integers.
/// </summary>
internal static class NumberText
{
    /// <summary>Bytes that no number exceeds.</summary>
    public const int MaxLength = 32;

    /// <returns>Number of bytes written.</returns>
    public static int Format(float value, Span<byte> target) => Format(value, "G9", target);

    /// <returns>Number of bytes written.</returns>
    public static int Format(double value, Span<byte> target) => Format(value, "G17", target);

    private static int Format<T>(T value, string exactFormat, Span<byte> target)
        where T : IFloatingPointIeee754<T>
    {
        if (!T.IsFinite(value))
            return FormatNonFinite(value, target);
        value.TryFormat(target, out var length, "G6", CultureInfo.InvariantCulture);
        if (T.Parse(target[..length], NumberStyles.Float, CultureInfo.InvariantCulture) != value)
            value.TryFormat(target, out length, exactFormat, CultureInfo.InvariantCulture);
        return Finish(target, length);
    }

    private static int FormatNonFinite<T>(T value, Span<byte> target)
        where T : IFloatingPointIeee754<T>
    {
        var text = T.IsNaN(value) ? "NaN"u8 : T.IsPositive(value) ? "Infinity"u8 : "-Infinity"u8;
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
