using System.Text;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>What no checkpoint of the shared folder has.</summary>
public class CheckpointReaderTests
{
    [Theory]
    [InlineData(DataType.DtFloat, 4)]
    [InlineData(DataType.DtDouble, 8)]
    [InlineData(DataType.DtHalf, 2)]
    [InlineData(DataType.DtInt32, 4)]
    [InlineData(DataType.DtInt16, 2)]
    [InlineData(DataType.DtInt8, 1)]
    [InlineData(DataType.DtUint8, 1)]
    [InlineData(DataType.DtInt64, 8)]
    [InlineData(DataType.DtUint32, 4)]
    [InlineData(DataType.DtUint64, 8)]
    [InlineData(DataType.DtBool, 1)]
    public void Read_EachType_HasItsBytes(DataType type, int size)
    {
        byte[] data = [.. Enumerable.Range(0, 6 * size).Select(i => (byte)(type == DataType.DtBool ? i % 2 : i * 7))];
        using var folder = CheckpointFolder.Of(data, ("x", CheckpointFolder.Entry(type, data, 3, 2)));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        var tensor = checkpoint.Read("x");

        tensor.Type.ShouldBe(type);
        tensor.Shape.ShouldBe(new TensorShape(3, 2));
        tensor.ToBytes().ShouldBe(data);
    }

    // More than is read at a time.
    [Fact]
    public void Read_LargeTensor_HasItsBytes()
    {
        var data = new byte[4 * 150_001];
        new Random(1).NextBytes(data);
        using var folder = CheckpointFolder.Of(data, ("x", CheckpointFolder.Entry(DataType.DtInt32, data, 150_001)));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        checkpoint.Read("x").ToBytes().ShouldBe(data);
    }

    [Fact]
    public void Read_EmptyTensor_IsEmpty()
    {
        using var folder = CheckpointFolder.Of([], ("s", Strings([], 0)), ("x", CheckpointFolder.Entry(DataType.DtFloat, [], 0, 50)));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        checkpoint.Read("x").Shape.ShouldBe(new TensorShape(0, 50));
        Should.Throw<SavedModelException>(() => checkpoint.Read("s")).Message.ShouldContain("4 bytes are announced where only 0 follow");
    }

    [Fact]
    public void Read_Strings_AreThose()
    {
        var longOne = new string('火', 100); // 300 bytes
        byte[] lengths = [.. TableWriter.UInt32(2), .. TableWriter.UInt32(0), .. TableWriter.UInt32(300)];
        byte[] text = [.. "ab"u8, .. Encoding.UTF8.GetBytes(longOne)];
        byte[] sum = TableWriter.UInt32(TableWriter.MaskedCrc32C(lengths));
        byte[] data = [2, 0, .. TableWriter.Varint(300), .. sum, .. text];
        var entry = Strings(data, 3);
        entry.Crc32C = TableWriter.MaskedCrc32C([.. lengths, .. sum, .. text]);
        using var folder = CheckpointFolder.Of(data, ("s", entry));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        var strings = checkpoint.Read("s").ShouldBeOfType<Tensor<ByteString>>();
        strings.Values.ToArray().Select(value => value.ToStringUtf8()).ShouldBe(["ab", "", longOne]);
    }

    [Fact]
    public void Read_TensorsInSeveralFiles_AreFound()
    {
        using var folder = new CheckpointFolder();
        folder.WriteData([9, 1, 2], 0, 2);
        folder.WriteData([3], 1, 2);
        var a = CheckpointFolder.Entry(DataType.DtUint8, [1, 2], 2);
        a.Offset = 1;
        var b = CheckpointFolder.Entry(DataType.DtUint8, [3]);
        b.ShardId = 1;
        folder.WriteIndex(new BundleHeaderProto { NumShards = 2 }, ("a", a), ("b", b));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        checkpoint.Read("b").ToBytes().ShouldBe([3]);
        checkpoint.Read("a").ToBytes().ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_IndexOfManyBlocks_HasAllKeys(bool compress)
    {
        using var folder = new CheckpointFolder();
        var keys = Enumerable.Range(0, 1000).Select(i => $"layer_with_weights-{i:0000}/变量").ToArray();
        var entry = CheckpointFolder.Entry(DataType.DtUint8, [7]).ToByteArray();
        folder.WriteData([7]);
        var header = new BundleHeaderProto { NumShards = 1 }.ToByteArray();
        var entries = keys.Select(key => (Encoding.UTF8.GetBytes(key), entry)).Prepend(([], header));
        folder.WriteIndex(TableWriter.Write(entries.Chunk(90), compress));
        using var checkpoint = CheckpointReader.Open(folder.Prefix);

        checkpoint.Keys.ShouldBe(keys);
        checkpoint.Contains(keys[500]).ShouldBeTrue();
        checkpoint.Contains("layer_with_weights-1000/变量").ShouldBeFalse();
        checkpoint.Read(keys[999]).ToBytes().ShouldBe([7]);
    }

    private static BundleEntryProto Strings(byte[] data, long count) => CheckpointFolder.Entry(DataType.DtString, data, count);
}
