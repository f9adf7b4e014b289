using LabelPlatform.Inference.SubServices;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Inference.SubServices;

public class PythonListTests
{
    // Expected values: repr() of Python 3.11.
    [Theory]
    [InlineData(new string[] { }, "[]")]
    [InlineData(new[] { "我是", "美妆", "博主" }, "['我是', '美妆', '博主']")]
    [InlineData(new[] { "it's" }, "[\"it's\"]")]
    [InlineData(new[] { "\"quoted\"" }, "['\"quoted\"']")]
    [InlineData(new[] { "both ' and \"" }, "['both \\' and \"']")]
    [InlineData(new[] { "back\\slash", "a\nb\rc\td" }, @"['back\\slash', 'a\nb\rc\td']")]
    [InlineData(new[] { "\0\u007f\u0085\u00a0\u00ad" }, @"['\x00\x7f\x85\xa0\xad']")]
    [InlineData(new[] { "\u200b\u2028\u3000\ufeff\ue000" }, @"['\u200b\u2028\u3000\ufeff\ue000']")]
    [InlineData(new[] { "😋", "\U000e0001", "é", "" }, @"['😋', '\U000e0001', 'é', '']")]
    public void Write_Words_IsTheirRepr(string[] words, string expected) => PythonList.Write(words).ShouldBe(expected);
}
