using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>Entries that lie about their tensors, and data files that are not as they say, each with the message for it.</summary>
public class HostileEntryTests
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
}
