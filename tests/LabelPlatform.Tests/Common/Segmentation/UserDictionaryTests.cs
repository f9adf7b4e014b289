using System.Text;
using LabelPlatform.Segmentation;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.Segmentation;

public sealed class UserDictionaryTests
{
    // As jieba's ^(.+?)( [0-9]+)?( [a-z]+)?$ matches them.
    [Theory]
    [InlineData("云计算", "云计算", null, null)]
    [InlineData("云计算 5", "云计算", 5L, null)]
    [InlineData("云计算 n", "云计算", null, "n")]
    [InlineData("云计算 5 n", "云计算", 5L, "n")]
    [InlineData("云计算 0", "云计算", 0L, null)]
    [InlineData("云 计算 5 n", "云 计算", 5L, "n")]
    [InlineData("云计算  5", "云计算 ", 5L, null)]
    [InlineData("云计算 5 6", "云计算 5", 6L, null)]
    [InlineData("云计算 n x", "云计算 n", null, "x")]
    [InlineData("云计算 n 5", "云计算 n", 5L, null)]
    [InlineData("云计算 N", "云计算 N", null, null)]
    [InlineData("云计算 5n", "云计算 5n", null, null)]
    [InlineData("云计算\t5", "云计算\t5", null, null)]
    [InlineData("云计算 007", "云计算", 7L, null)]
    [InlineData("5", "5", null, null)]
    [InlineData("5 5", "5", 5L, null)]
    [InlineData("n n n", "n n", null, "n")]
    [InlineData(" \t云计算 5\v\f\r", "云计算", 5L, null)]
    [InlineData("\uFEFF云计算 5", "云计算", 5L, null)]
    [InlineData("\uFEFF 5 n", " 5", null, "n")]
    [InlineData("\u3000云计算", "\u3000云计算", null, null)]
    public void Load_Line_IsReadAsJiebaDoes(string line, string word, long? frequency, string? tag) =>
        Load(line).Entries.ShouldBe([new UserDictionaryEntry(word, frequency, tag)]);

    [Fact]
    public void Load_EmptyLines_AreSkipped() =>
        Load("\uFEFF\n\n云计算\r\n \t \r\n\uFEFF石墨烯").Entries.Select(entry => entry.Word).ShouldBe(["云计算", "石墨烯"]);

    [Fact]
    public void Load_NotUtf8_NamesFileAndLine()
    {
        byte[] gbk = [.. "第一行\n"u8, 0xD6, 0xD0, 0xB9, 0xFA, .. "\n第三行"u8];

        Should.Throw<InvalidDataException>(() => UserDictionary.Load(new MemoryStream(gbk), "words.txt"))
            .Message.ShouldStartWith("words.txt, line 2: not UTF-8");
    }

    [Theory]
    [InlineData("1000000000001")]
    [InlineData("99999999999999999999999")]
    public void Load_FrequencyTooLarge_NamesLineAndValue(string frequency)
    {
        string message = Should.Throw<InvalidDataException>(() => Load($"好\n云计算 {frequency} n")).Message;

        message.ShouldContain("line 2");
        message.ShouldContain(frequency);
    }

    [Fact]
    public void Constructor_BadEntry_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new UserDictionary([new UserDictionaryEntry("")]));
        Should.Throw<ArgumentException>(() => new UserDictionary([new UserDictionaryEntry("词", -1)])).Message.ShouldContain("词");
    }

    [Fact]
    public void WithUserDictionary_LeavesTheOriginalAsItWas()
    {
        var extended = Segmenter.Default.WithUserDictionary(Load("老铁没毛病"));

        extended.CutToStrings("老铁没毛病").ShouldBe(["老铁没毛病"]);
        Segmenter.Default.CutToStrings("老铁没毛病", hmm: false).ShouldBe(["老", "铁", "没", "毛病"]);
    }

    [Fact]
    public void WithUserDictionary_Twice_AddsUp()
    {
        var once = Segmenter.Default.WithUserDictionary(Golden.UserDictionary());
        var entries = Golden.UserDictionary().Entries;
        var twice = Segmenter.Default
            .WithUserDictionary(new UserDictionary(entries.Take(10)))
            .WithUserDictionary(new UserDictionary(entries.Skip(10)));

        foreach (var golden in Golden.Texts)
            twice.CutToStrings(golden.Text).ShouldBe(once.CutToStrings(golden.Text));
    }

    private static UserDictionary Load(string text) => UserDictionary.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
