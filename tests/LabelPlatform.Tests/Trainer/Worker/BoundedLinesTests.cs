using LabelPlatform.Trainer.Worker;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Worker;

public class BoundedLinesTests
{
    [Fact]
    public async Task ReadAllAsync_LinesOfAnyKind_ReadsThem() =>
        (await ReadAsync("one\n\ntwo\r\n10%\r20%\r100%\nlast")).ShouldBe(["one", "two", "10%", "20%", "100%", "last"]);

    [Fact]
    public async Task ReadAllAsync_ALineWithoutEnd_ComesInParts() =>
        (await ReadAsync(new string('x', 150_000))).Select(line => line.Length).ShouldBe([65_536, 65_536, 18_928]);

    private static async Task<List<string>> ReadAsync(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text);
        await BoundedLines.ReadAllAsync(reader, lines.Add);
        return lines;
    }
}
