using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.ModelServer.Json;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Json;

public sealed class NumberTextTests
{
    private static readonly Gen<int> Bits32 = Gen.Choose(0, 0xFFFF).SelectMany(_ => Gen.Choose(0, 0xFFFF), (high, low) => (high << 16) | low);

    private static readonly Arbitrary<float> Floats = Bits32.Select(BitConverter.Int32BitsToSingle)
        .Where(float.IsFinite)
        .ToArbitrary();

    private static readonly Arbitrary<double> Doubles = Bits32.SelectMany(_ => Bits32, (high, low) => ((long)high << 32) | (uint)low)
        .Select(BitConverter.Int64BitsToDouble)
        .Where(double.IsFinite)
        .ToArbitrary();

    // Numbers people write, where six digits are enough.
    private static readonly Arbitrary<float> Decimals = Gen.Choose(-999_999, 999_999)
        .SelectMany(_ => Gen.Choose(0, 9), (digits, point) => digits / MathF.Pow(10, point))
        .ToArbitrary();

    // Section 1.6 of the reference; the values are upstream's tests'.
    [Theory]
    [InlineData(9000000f, "9e+06")]
    [InlineData(999999f, "999999.0")]
    [InlineData(0.0003f, "0.0003")]
    [InlineData(0.00003f, "3e-05")]
    [InlineData(555557.5f, "555557.5")]
    [InlineData(0.982013762f, "0.982013762")]
    [InlineData(float.MaxValue, "3.40282347e+38")]
    [InlineData(-0.0f, "-0.0")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Format_Float_IsTensorFlowServingsText(float value, string expected) => Text(value).ShouldBe(expected);

    [Fact]
    public void Format_AnyFloat_IsSixDigitsOrNine() =>
        Prop.ForAll(Floats, value => Text(value) == Expected(value)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Format_Decimal_IsSixDigitsOrNine() =>
        Prop.ForAll(Decimals, value => Text(value) == Expected(value)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Format_AnyDouble_IsSixDigitsOrSeventeen() => Prop.ForAll(Doubles, value =>
    {
        var six = PrintfG.Format(value, 6);
        var expected = double.Parse(six, CultureInfo.InvariantCulture) == value ? six : PrintfG.Format(value, 17);
        return Text(value) == WithPoint(expected);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static string Expected(float value)
    {
        var six = PrintfG.Format(value, 6);
        return WithPoint(float.Parse(six, CultureInfo.InvariantCulture) == value ? six : PrintfG.Format(value, 9));
    }

    private static string WithPoint(string text) => text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";

    private static string Text(float value)
    {
        Span<byte> buffer = stackalloc byte[NumberText.MaxLength];
        return Encoding.ASCII.GetString(buffer[..NumberText.Format(value, buffer)]);
    }

    private static string Text(double value)
    {
        Span<byte> buffer = stackalloc byte[NumberText.MaxLength];
        return Encoding.ASCII.GetString(buffer[..NumberText.Format(value, buffer)]);
    }
}
