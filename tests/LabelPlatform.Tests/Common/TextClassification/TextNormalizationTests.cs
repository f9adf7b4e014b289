using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public class TextNormalizationTests
{
    [Theory]
    [InlineData("ＡＰＰ３．１４！", "app3.14!")]
    [InlineData("iPhone 手机　很\t好\r\n", "iphone 手机 很 好  ")]
    [InlineData("「引号」。、…—", "「引号」。、…—")]
    [InlineData("ÀÉΣЖ", "àéσж")]
    [InlineData("繁體😋龘", "繁體😋龘")]
    [InlineData("a\u0000b\u007F\u0085\u00A0c", "a b   c")]
    [InlineData("", "")]
    public void Apply_Text_IsNormalized(string text, string expected) => TextNormalization.Apply(text).ShouldBe(expected);

    [Fact]
    public void Apply_EveryCharacterTwice_ChangesNothingMore()
    {
        var once = TextNormalization.Apply(string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)));

        TextNormalization.Apply(once).ShouldBe(once);
    }
}
