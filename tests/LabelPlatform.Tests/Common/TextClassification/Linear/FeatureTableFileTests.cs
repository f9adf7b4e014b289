using LabelPlatform.TextClassification.Linear;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

public class FeatureTableFileTests
{
    private static readonly FeatureTable Table = FeatureTables.Of(SomeTexts.Create(300));

    [Fact]
    public void Write_Table_IsReadBack()
    {
        var read = FeatureTableFile.Parse(Write(Table));

        read.Count.ShouldBe(Table.Count);
        read.Documents.ShouldBe(Table.Documents);
        read.Idf.ToArray().ShouldBe(Table.Idf.ToArray());
        for (var id = 1; id <= Table.Count; id++)
            read.Find(Table.KindOf(id), Table.CharactersOf(id)).ShouldBe(id);
        Write(read).ShouldBe(Write(Table));
    }

    [Fact]
    public void Parse_EveryBeginningOfAFile_IsRefused()
    {
        var bytes = Write(Table);
        for (var length = 0; length < bytes.Length; length += 7)
            Should.Throw<InvalidDataException>(() => FeatureTableFile.Parse(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Parse_SameFeatureTwice_IsRefused()
    {
        var bytes = Write(FeatureTables.Of(["的", "的吗"], minDocuments: 1));
        var characters = bytes.AsSpan(20 + (6 * BitConverter.ToInt32(bytes, 12)));
        characters.Fill((byte)'a');

        Should.Throw<InvalidDataException>(() => FeatureTableFile.Parse(bytes)).Message.ShouldContain("there twice");
    }

    [Fact]
    public void Parse_AnotherFile_IsRefused() =>
        Should.Throw<InvalidDataException>(() => FeatureTableFile.Parse(new byte[100])).Message.ShouldContain("LPFEAT01");

    private static byte[] Write(FeatureTable table)
    {
        using var stream = new MemoryStream();
        FeatureTableFile.Write(stream, table);
        return stream.ToArray();
    }
}
