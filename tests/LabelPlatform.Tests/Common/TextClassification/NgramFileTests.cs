using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public sealed class NgramFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void Write_Ngrams_AreReadBack()
    {
        NgramFile.Write(_path, [KeyValuePair.Create<IReadOnlyList<int>, int>([0, 5], 306), KeyValuePair.Create<IReadOnlyList<int>, int>([5, 6, 7], 307)]);

        File.ReadAllText(_path).ShouldBe("0\t5\t306\n5\t6\t7\t307\n");
        var table = NgramFile.Read(_path);
        int[] row = [0, 5, 6, 7, 0, 0];
        table.Append(row, 4, 3).ShouldBe(6);
        row.ShouldBe([0, 5, 6, 7, 306, 307]);
    }

    [Theory]
    [InlineData("1\t2\t30\n1\t30\n", "Line 2")]
    [InlineData("1\t2\t30\n\n", "Line 2")]
    [InlineData("1\tzwei\t30\n", "Line 1")]
    [InlineData("1\t2\t3\t4\t5\t6\t30\n", "Line 1")]
    [InlineData("1\t2\t99999999999\n", "Line 1")]
    [InlineData("1\t-2\t30\n", "Line 1")]
    [InlineData("1\t2\t0\n", "Line 1")]
    [InlineData("1\t2\t30\r\n", "Line 1")]
    [InlineData("1\t2\t30\n1\t2\t31\n", "Line 2")]
    [InlineData("1\t2\t30", "The last line is cut off")]
    public void Read_DamagedFile_SaysWhere(string content, string message)
    {
        File.WriteAllText(_path, content);

        Should.Throw<InvalidDataException>(() => NgramFile.Read(_path)).Message.ShouldStartWith(message);
    }

    public void Dispose() => File.Delete(_path);
}
