using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace LabelPlatform.Tests.ModelServer.Json;

/// <summary>Valid JSON texts.</summary>
internal static class JsonGenerators
{
    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-0", "-0.0", "1", "17", "99999", "-1", "2147483648", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890",
        "0.5", "1e5", "1E-5", "12.75e+2", "0.1", "2.2250738585072014e-308", "1.7976931348623157e308", "4.9e-324", "123456789.123456789",
        "0.000000000000001", "9007199254740993", "9007199254740993.0", "5e-324", "0.30000000000000004",
    ];

    private static readonly string[] Characters =
        ["a", "b", " ", "天", "é", "😀", "\u007F", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\u5929", "\\u00E9", "\\ud83D\\uDe00"];

    private static readonly Gen<string> Space = Gen.Elements("", "", "", " ", "\n", "\r\n\t");

    private static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.Elements(Scalars),
        Gen.Choose(-100_000, 100_000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Choose(int.MinValue, int.MaxValue).SelectMany(_ => Gen.Choose(-30, 30), (digits, exponent) => FormattableString.Invariant($"{digits}e{exponent}")),
        Gen.Choose(0, int.MaxValue).SelectMany(_ => Gen.Choose(0, 999_999), (whole, part) => FormattableString.Invariant($"{whole}.{part:000000}")));

    private static readonly Gen<string> Strings = Gen.Elements(Characters).ListOf().Select(parts => $"\"{string.Concat(parts)}\"");

    public static Arbitrary<string> Texts { get; } = Gen.Sized(size => Values(Math.Min(size, 6))).ToArbitrary();

    private static Gen<string> Values(int depth)
    {
        var scalars = Gen.OneOf(Numbers, Strings);
        if (depth == 0)
            return Spaced(scalars);

        var values = Values(depth / 2);
        var members = Spaced(Strings).SelectMany(_ => values, (name, value) => $"{name}:{value}");
        return Spaced(Gen.OneOf(
            scalars,
            ListOf(values).Select(list => $"[{list}]"),
            ListOf(members).Select(list => $"{{{list}}}")));
    }

    private static Gen<string> ListOf(Gen<string> items) =>
        Gen.OneOf(Space, items.NonEmptyListOf().Select(list => string.Join(',', list.Take(5))));

    private static Gen<string> Spaced(Gen<string> values) =>
        Space.SelectMany(_ => values, (before, value) => before + value).SelectMany(_ => Space, (value, after) => value + after);
}
