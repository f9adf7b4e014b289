using LabelPlatform.ModelsConfig;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.ModelsConfig;

public sealed class TextProtoFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Read_NoUtf8_IsRefused()
    {
        File.WriteAllBytes(_path, [(byte)'a', 0xFF]);

        Should.Throw<InvalidDataException>(() => TextProtoFile.Read(_path)).Message.ShouldBe($"{_path} is not in UTF-8.");
    }

    // No byte of it is stored: the file is all hole.
    [Fact]
    public void Read_MoreThan16Megabytes_AreRefused()
    {
        using (var file = File.OpenWrite(_path))
            file.SetLength(16_777_217);

        Should.Throw<InvalidDataException>(() => TextProtoFile.Read(_path)).Message.ShouldBe($"{_path} has 16777217 bytes, more than 16777216.");
    }

    [Fact]
    public void Interpret_DamagedText_NamesFileAndLine() =>
        Should.Throw<InvalidDataException>(() => TextProtoFile.Interpret(_path, "a: 1\nb {", text => TextProtoParser.Parse(text)))
            .Message.ShouldStartWith($"{_path}: Line 2: ");

    public void Dispose() => File.Delete(_path);
}
