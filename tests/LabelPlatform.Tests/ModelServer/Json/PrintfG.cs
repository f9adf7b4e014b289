using System.Globalization;
using System.Numerics;

namespace LabelPlatform.Tests.ModelServer.Json;

/// <summary>C's <c>%.*g</c> by exact arithmetic, so that the expected text does not come from .NET's formatting.</summary>
internal static class PrintfG
{
    /// <param name="value">Any finite number.</param>
    /// <param name="precision">Significant digits.</param>
    public static string Format(double value, int precision)
    {
        var sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
            return sign + "0";

        var (numerator, denominator) = Fraction(Math.Abs(value));
        var exponent = Exponent(numerator, denominator);
        var digits = Round(numerator, denominator, exponent - precision + 1).ToString(CultureInfo.InvariantCulture);
        if (digits.Length > precision)
            exponent++;
        digits = digits.TrimEnd('0');
        if (exponent < -4 || exponent >= precision)
            return $"{sign}{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var significand = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent == 0)
            exponent = 1;
        else
            significand |= 1L << 52;
        exponent -= 1075;
        return exponent >= 0 ? (significand * BigInteger.Pow(2, exponent), BigInteger.One) : (significand, BigInteger.Pow(2, -exponent));
    }

    /// <summary>The power of ten of the first digit.</summary>
    private static int Exponent(BigInteger numerator, BigInteger denominator)
    {
        var exponent = (int)Math.Floor(BigInteger.Log10(numerator) - BigInteger.Log10(denominator));
        // The logarithms are not exact.
        while (Compare(numerator, denominator, exponent) < 0)
            exponent--;
        while (Compare(numerator, denominator, exponent + 1) >= 0)
            exponent++;
        return exponent;
    }

    /// <summary>Compares a fraction with a power of ten.</summary>
    private static int Compare(BigInteger numerator, BigInteger denominator, int exponent) => exponent >= 0
        ? numerator.CompareTo(denominator * BigInteger.Pow(10, exponent))
        : (numerator * BigInteger.Pow(10, -exponent)).CompareTo(denominator);

    /// <summary>The fraction in units of a power of ten, rounded to even.</summary>
    private static BigInteger Round(BigInteger numerator, BigInteger denominator, int unit)
    {
        if (unit >= 0)
            denominator *= BigInteger.Pow(10, unit);
        else
            numerator *= BigInteger.Pow(10, -unit);
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var half = (remainder * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
