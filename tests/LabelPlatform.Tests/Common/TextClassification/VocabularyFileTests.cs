using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public sealed class VocabularyFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Write_AnyWords_AreReadBackWithTheirIds()
    {
        var words = ArbMap.Default.GeneratorFor<NonNull<string>>()
            .Select(word => word.Get.ToLowerInvariant())
            .Or(Gen.Elements("\r\n", "\\", "\\n", "", "\t", "你好", "😋"))
            .Where(word => word.IsNormalized() && !word.Any(char.IsSurrogate) || word == "😋")
            .ListOf()
            .Select(list => list.Distinct(StringComparer.Ordinal).Where(word => !PythonCase.MayChange(word) || word == "😋").ToArray());

        Prop.ForAll(words.ToArbitrary(), list =>
        {
            VocabularyFile.Write(_path, list);
            var index = VocabularyFile.Read(_path);
            return index.Count == list.Length && list.Select((word, i) => index.Find(word) == i + 1).All(found => found);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Write_WordsWithLineBreaks_AreEscaped()
    {
        VocabularyFile.Write(_path, ["一", "\r\n", "a\\n", ""]);

        File.ReadAllText(_path).ShouldBe("一\n\\r\\n\na\\\\n\n\n");
    }

    [Theory]
    [InlineData("一\n二\\x\n", "Line 2")]
    [InlineData("一\n二\\\n", "Line 2")]
    [InlineData("一\r\n", "Line 1")]
    [InlineData("一\n二", "The last line is cut off")]
    [InlineData("一\n二\n一\n", "Word 3")]
    [InlineData("\uFEFF一\n", "byte order mark")]
    public void Read_DamagedFile_SaysWhere(string content, string message)
    {
        File.WriteAllText(_path, content);

        Should.Throw<InvalidDataException>(() => VocabularyFile.Read(_path)).Message.ShouldContain(message);
    }

    [Fact]
    public void Read_NoUtf8_IsRefused()
    {
        File.WriteAllBytes(_path, [0xFF, 0xBB, (byte)'\n']);

        Should.Throw<InvalidDataException>(() => VocabularyFile.Read(_path));
    }

    public void Dispose() => File.Delete(_path);
}
