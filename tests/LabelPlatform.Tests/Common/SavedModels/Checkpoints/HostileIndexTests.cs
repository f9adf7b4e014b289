using System.Text;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>Indexes that are none, or ask for what there is no room for, each with the message for it.</summary>
public class HostileIndexTests
{
    [Fact]
    public void Open_MissingIndex_IsNotFound()
    {
        using var folder = new CheckpointFolder();

        OpenRefusal(folder, StatusCode.NotFound).ShouldStartWith(folder.Index);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no table at all, but 48 bytes or more; some text that is")]
    public void Open_NoTable_IsRefused(string content)
    {
        using var folder = new CheckpointFolder();
        File.WriteAllText(folder.Index, content);

        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("is no index of a checkpoint");
    }

    // No byte of it is stored: the file is all hole.
    [Fact]
    public void Open_HugeFile_IsRefusedBeforeThereIsRoomForIt()
    {
        using var folder = new CheckpointFolder();
        using (var file = File.Create(folder.Index))
            file.SetLength(1L << 40);

        var before = GC.GetAllocatedBytesForCurrentThread();
        OpenRefusal(folder, StatusCode.ResourceExhausted).ShouldContain("1099511627776 bytes are too large for an index");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Open_BigEndian_IsRefused()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(new BundleHeaderProto { NumShards = 1, Endianness = BundleHeaderProto.Types.Endianness.Big });

        OpenRefusal(folder, StatusCode.Unimplemented).ShouldContain("big-endian");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Open_NoDataFiles_IsRefused(int shards)
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(new BundleHeaderProto { NumShards = shards });

        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain($"announces {shards} data files");
    }

    [Fact]
    public void Open_NoHeader_IsRefused()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.Write([[("x"u8.ToArray(), [])]]));
        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("The header is missing");

        folder.WriteIndex(TableWriter.Write([]));
        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("The header is missing");
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "a")]
    [InlineData("é", "z")]
    public void Open_KeysOutOfOrder_AreRefused(string first, string second)
    {
        (byte[], byte[]) a = (Encoding.UTF8.GetBytes(first), []);
        (byte[], byte[]) b = (Encoding.UTF8.GetBytes(second), []);
        using var folder = new CheckpointFolder();

        folder.WriteIndex(TableWriter.Write([[Header(), a, b]]));
        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("Keys are not in ascending order");

        folder.WriteIndex(TableWriter.Write([[Header(), a], [b]]));
        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("Keys are not in ascending order");
    }

    [Fact]
    public void Open_KeyBeyondItsBlock_IsRefused()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.Write(
            [[Header(), ("b"u8.ToArray(), [])]],
            list: blocks => blocks[0] = ("a"u8.ToArray(), blocks[0].Value)));

        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("keys beyond those");
    }

    [Fact]
    public void Open_BlockThatIsListedTwice_IsRefused()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.Write([[Header()]], list: blocks => blocks.Add(("a"u8.ToArray(), blocks[0].Value))));

        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("Blocks overlap");
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, long.MaxValue)]
    [InlineData(0, 1000)]
    [InlineData(1000, 0)]
    public void Open_BlockThatIsNotThere_IsRefused(long offset, long size)
    {
        using var folder = new CheckpointFolder();
        byte[] handle = [.. TableWriter.Varint(offset), .. TableWriter.Varint(size)];
        folder.WriteIndex(TableWriter.WriteIndex(TableWriter.Contents([([0xFF], handle)])));

        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain($"A block of {size} bytes at {offset} does not fit");
    }

    [Fact]
    public void Open_UnknownCompression_IsRefused()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.WriteContents(TableWriter.Contents([Header()]), 4));

        OpenRefusal(folder, StatusCode.Unimplemented).ShouldContain("compressed in the unknown way 4");
    }

    [Theory]
    [InlineData("")]
    [InlineData("05")]
    [InlineData("FFFFFF7F")] // 268,435,455 bytes, and then none
    [InlineData("FFFFFFFF07")] // 2^31 - 1
    [InlineData("FFFFFFFF0F")] // 2^32 - 1
    [InlineData("FFFFFFFFFF")]
    public void Open_SnappyThatAnnouncesMore_IsRefused(string contents)
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.WriteContents(Convert.FromHexString(contents), 1));

        var before = GC.GetAllocatedBytesForCurrentThread();
        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("no valid Snappy data");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    // Each key has one byte more than the one before it: 4 bytes in the file, up to 60,000 in memory.
    [Fact]
    public void Open_FewBytesThatAreManyKeys_AreRefused()
    {
        var header = Header().Value;
        var contents = new List<byte>([0, 0, (byte)header.Length, .. header]);
        for (var length = 0; length < 60_000; length++)
            contents.AddRange([.. TableWriter.Varint(length), 1, 0, (byte)'a']);
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.WriteContents([.. contents, 0, 0, 0, 0]));

        OpenRefusal(folder, StatusCode.ResourceExhausted).ShouldContain("when it is unpacked");
    }

    [Fact]
    public void Open_VeryLongKey_IsRefused()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.Write([[Header(), (new byte[70_000], [])]]));

        OpenRefusal(folder, StatusCode.DataLoss).ShouldContain("A key has more than 65536 bytes");
    }

    // The pieces' keys are binary.
    [Fact]
    public void Open_PiecesOfPartitionedVariables_AreNoKeys()
    {
        using var folder = new CheckpointFolder();
        folder.WriteIndex(TableWriter.Write([[Header(), ([0, 0xFF, 1], []), ("x"u8.ToArray(), [])]]));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        checkpoint.Keys.ShouldBe(["x"]);
    }

    private static (byte[] Key, byte[] Value) Header() => ([], new BundleHeaderProto { NumShards = 1 }.ToByteArray());

    private static string OpenRefusal(CheckpointFolder folder, StatusCode code)
    {
        var error = Should.Throw<SavedModelException>(() => CheckpointReader.Open(folder.Prefix));
        error.Code.ShouldBe(code);
        error.Message.ShouldStartWith($"{folder.Index}: ");
        return error.Message;
    }
}
