using FsCheck;
using FsCheck.Fluent;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

/// <summary>Texts to try things on.</summary>
internal static class SomeTexts
{
    private static readonly string[] Pieces =
    [
        "王者荣耀", "新赛季", "的", "皮肤", "很好看", "股市", "今天", "大跌", "ＡＰＰ", "App", "iPhone15", "3.14%", "！", "。", "，", " ", "　", "\t", "😋", "龘", "𠮷", "\uD83D",
        "红烧肉", "怎么", "做", "好吃", "Σ", "é", "\u0002", "\r\n",
    ];

    /// <summary>Any mixture of words, signs, emoji and broken surrogates, sometimes longer than 200 code points.</summary>
    public static Gen<string> Generator { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat)
        .Or(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get))
        .Or(Gen.Elements(Pieces).ArrayOf(150).Select(string.Concat));

    /// <summary>Always the same ones.</summary>
    public static string[] Create(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])))];
    }
}
