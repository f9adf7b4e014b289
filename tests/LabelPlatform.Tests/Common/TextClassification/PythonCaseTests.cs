using System.Globalization;
using System.Text;
using LabelPlatform.Testing;
using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public class PythonCaseTests
{
    // A consonant sign of Ahom that newer versions of Unicode count among the spacing marks.
    private const int Reclassified = 0x1171E;

    // Written by python-lower.py.
    private static readonly IReadOnlyList<(string Kind, int[] Points)> Python =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "LabelPlatform.Tests", "Common", "TextClassification", "python-lower.txt"))
            .Select(line => line.Split(' '))
            .Select(fields => (fields[0], fields[1..].Select(hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray()))];

    [Fact]
    public void ToLower_EveryCodePoint_EqualsPython()
    {
        var expected = Python.Where(line => line.Kind == "lower").ToDictionary(line => line.Points[0], line => Text(line.Points[1..]));

        foreach (var rune in AllRunes())
            Lower(rune.ToString()).ShouldBe(expected.GetValueOrDefault(rune.Value, rune.ToString()), $"U+{rune.Value:X4}");
    }

    [Fact]
    public void ToLower_SigmaAfterEveryCodePoint_EqualsPython()
    {
        var cased = Points("cased");
        var ignorable = Points("ignorable");

        foreach (var rune in AllRunes())
        {
            Lower(rune + "Σ")[^1].ShouldBe(cased.Contains(rune.Value) ? 'ς' : 'σ', $"after U+{rune.Value:X4}");
            Lower("a" + rune + "Σ")[^1]
                .ShouldBe(cased.Contains(rune.Value) || ignorable.Contains(rune.Value) ? 'ς' : 'σ', $"after a and U+{rune.Value:X4}");
        }
    }

    [Theory]
    [InlineData("ΣΑΣ ΑΣΑ", "σας ασα")]
    [InlineData("ΑΣ.Α", "ασ.α")]
    [InlineData("ΑΣ.!", "ας.!")]
    [InlineData("Σ", "σ")]
    [InlineData("İİ", "i̇i̇")]
    [InlineData("王者荣耀ＡＰＰ", "王者荣耀ａｐｐ")]
    public void ToLower_Words_EqualPython(string text, string expected) => Lower(text).ShouldBe(expected);

    [Fact]
    public void MayChange_CodePointThatChanges_IsTrue()
    {
        foreach (var (_, points) in Python.Where(line => line.Kind == "lower"))
            PythonCase.MayChange(Text(points[..1])).ShouldBeTrue($"U+{points[0]:X4}");
    }

    [Theory]
    [InlineData("今天")]
    [InlineData("app3.14")]
    [InlineData("")]
    public void MayChange_UsualWord_IsFalse(string word) => PythonCase.MayChange(word).ShouldBeFalse();

    private static HashSet<int> Points(string kind) =>
        [.. Python.Where(line => line.Kind == kind).SelectMany(line => Enumerable.Range(line.Points[0], line.Points[1] - line.Points[0] + 1))];

    // Without what is newer than that Python's Unicode.
    private static IEnumerable<Rune> AllRunes()
    {
        var unassigned = Points("unassigned");
        return Enumerable.Range(0, 0x110000)
            .Where(value => Rune.IsValid(value) && value != Reclassified && !unassigned.Contains(value))
            .Select(value => new Rune(value));
    }

    private static string Text(IEnumerable<int> points) => string.Concat(points.Select(char.ConvertFromUtf32));

    private static string Lower(string text)
    {
        var lower = new char[text.Length * PythonCase.MaxGrowth];
        return new string(lower, 0, PythonCase.ToLower(text, lower));
    }
}
