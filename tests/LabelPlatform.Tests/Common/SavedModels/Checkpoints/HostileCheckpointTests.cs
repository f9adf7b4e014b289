using System.Text;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>What one could think of, each with the message for it.</summary>
public class HostileCheckpointTests
{
    private static readonly byte[] Data = [1, 0, 0, 0, 2, 0, 0, 0];

    [Theory]
    [InlineData(0, 12, "12 bytes at 0 should be in variables.data-00000-of-00001, which has 8 bytes")]
    [InlineData(0, long.MaxValue, "9223372036854775807 bytes at 0")]
    [InlineData(0, -8, "-8 bytes at 0")]
    [InlineData(4, 8, "8 bytes at 4")]
    [InlineData(9, 0, "0 bytes at 9")]
    [InlineData(-4, 8, "8 bytes at -4")]
    [InlineData(long.MaxValue, 8, "8 bytes at 9223372036854775807")]
    [InlineData(0, 4, "4 bytes are not 2 elements of type DT_INT32, which its shape [2] asks for")]
    [InlineData(0, 7, "7 bytes are not 2 elements of type DT_INT32, which its shape [2] asks for")]
    public void Read_SizeThatIsNotThere_IsRefused(long offset, long size, string message) =>
        Refusal(StatusCode.DataLoss, entry => (entry.Offset, entry.Size) = (offset, size)).ShouldContain(message);

    [Theory]
    [InlineData(new long[] { 3 }, StatusCode.DataLoss, "8 bytes are not 3 elements")]
    [InlineData(new long[] { }, StatusCode.DataLoss, "8 bytes are not 1 elements")]
    [InlineData(new long[] { 0 }, StatusCode.DataLoss, "8 bytes are not 0 elements")]
    [InlineData(new long[] { 2147483647 }, StatusCode.InvalidArgument, "more than 2147483591 elements")]
    [InlineData(new long[] { 2147483000 }, StatusCode.DataLoss, "8 bytes are not 2147483000 elements")]
    [InlineData(new long[] { 4294967296, 4294967296 }, StatusCode.InvalidArgument, "Dimension 0 of a tensor is 4294967296")]
    [InlineData(new long[] { 65536, 65536 }, StatusCode.InvalidArgument, "[65536,65536]")]
    [InlineData(new long[] { 2, -1 }, StatusCode.InvalidArgument, "Dimension 1 of a tensor is -1")]
    public void Read_ShapeThatDoesNotFit_IsRefused(long[] shape, StatusCode code, string message) =>
        Refusal(code, entry => entry.Shape = CheckpointFolder.Entry(DataType.DtInt32, [], shape).Shape).ShouldContain(message);

    [Fact]
    public void Read_UnknownRank_IsRefused() =>
        Refusal(StatusCode.InvalidArgument, entry => entry.Shape.UnknownRank = true).ShouldContain("unknown rank");

    [Fact]
    public void Read_PartitionedVariable_IsRefused() =>
        Refusal(StatusCode.Unimplemented, entry => entry.Slices.Add(new TensorSliceProto())).ShouldContain("The variable is partitioned");

    [Theory]
    [InlineData(DataType.DtBfloat16, "DT_BFLOAT16")]
    [InlineData((DataType)99, "DT_99")]
    public void Read_TypeThatIsNotSupported_IsNamed(DataType type, string name) =>
        Refusal(StatusCode.Unimplemented, entry => entry.Dtype = type).ShouldContain($"Tensors of type {name} are not supported");

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Read_ShardOutOfRange_IsRefused(int shard) =>
        Refusal(StatusCode.DataLoss, entry => entry.ShardId = shard).ShouldContain($"Its data would be in file {shard} of 1.");

    [Fact]
    public void Read_WrongChecksum_IsRefused() =>
        Refusal(StatusCode.DataLoss, entry => entry.Crc32C++).ShouldContain("do not have the checksum");

    [Fact]
    public void Read_BoolThatIsNeitherTrueNorFalse_IsRefused() =>
        Refusal(StatusCode.DataLoss, entry => (entry.Dtype, entry.Shape.Dim[0].Size) = (DataType.DtBool, 8))
            .ShouldContain("neither 0 nor 1");

    [Fact]
    public void Read_MoreStringsThanBytes_AreRefusedBeforeThereIsRoomForThem()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(StatusCode.DataLoss, entry => (entry.Dtype, entry.Shape.Dim[0].Size) = (DataType.DtString, 2_000_000_000))
            .ShouldContain("2000000000 strings cannot be in 8 bytes");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Read_UnknownKey_IsNotFound()
    {
        using var folder = CheckpointFolder.Of(Data);
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        var error = Should.Throw<SavedModelException>(() => checkpoint.Read("y"));

        error.Code.ShouldBe(StatusCode.NotFound);
        error.Message.ShouldBe($"{folder.Index}: Key y not found in checkpoint.");
    }

    [Fact]
    public void Read_MissingDataFile_IsNotFound()
    {
        using var folder = CheckpointFolder.Of(Data, ("x", CheckpointFolder.Entry(DataType.DtInt32, Data, 2)));
        File.Delete(folder.Data());
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        var error = Should.Throw<SavedModelException>(() => checkpoint.Read("x"));

        error.Code.ShouldBe(StatusCode.NotFound);
        error.Message.ShouldContain("variables.data-00000-of-00001");
    }

    [Fact]
    public void Read_FolderInsteadOfDataFile_IsRefused()
    {
        using var folder = CheckpointFolder.Of(Data, ("x", CheckpointFolder.Entry(DataType.DtInt32, Data, 2)));
        File.Delete(folder.Data());
        Directory.CreateDirectory(folder.Data());
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        Should.Throw<SavedModelException>(() => checkpoint.Read("x")).Code.ShouldBe(StatusCode.PermissionDenied);
    }

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

    /// <summary>The message for a tensor of two numbers, x, whose entry is changed so.</summary>
    private static string Refusal(StatusCode code, Action<BundleEntryProto> change)
    {
        var entry = CheckpointFolder.Entry(DataType.DtInt32, Data, 2);
        change(entry);
        using var folder = CheckpointFolder.Of(Data, ("x", entry));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        var error = Should.Throw<SavedModelException>(() => checkpoint.Read("x"));

        error.Code.ShouldBe(code);
        error.Message.ShouldStartWith($"{folder.Index}: x: ");
        return error.Message;
    }

    private static string OpenRefusal(CheckpointFolder folder, StatusCode code)
    {
        var error = Should.Throw<SavedModelException>(() => CheckpointReader.Open(folder.Prefix));
        error.Code.ShouldBe(code);
        error.Message.ShouldStartWith($"{folder.Index}: ");
        return error.Message;
    }
}
