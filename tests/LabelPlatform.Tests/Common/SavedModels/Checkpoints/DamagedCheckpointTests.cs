using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Checkpoints;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>Whatever is in the files: a checkpoint is read as it was written, or refused, and costs little.</summary>
public class DamagedCheckpointTests
{
    // Messages, stacks and parsed entries; the data files are smaller.
    private const long MaxAllocated = 2 << 20;

    private static readonly Gen<Damage> Damages =
        from kind in Gen.Elements(Enum.GetValues<DamageKind>())
        from place in Gen.Choose(0, 9999)
        from value in Gen.OneOf(Gen.Elements<byte>(0, 1, 0x7F, 0x80, 0xFF), Gen.Choose(0, 255).Select(value => (byte)value))
        from length in Gen.Choose(1, 12)
        select new Damage(kind, place / 10000.0, value, length);

    [Theory]
    [InlineData("tensorflow_serving", "saved_model_half_plus_two_tf2_cpu", "00000123")] // Snappy, strings
    [InlineData("tensorflow_serving", "saved_model_half_plus_two_mkl", "00000123")]
    [InlineData("tensorflow_rust", "regression_savedmodel")]
    public void Read_DamagedFiles_AreRefusedOrUnchanged(params string[] model)
    {
        using var folder = CheckpointFolder.CopyOf(SharedFolder.Get(["tfserving", "testdata", .. model, "variables"]));
        var expected = ReadAll(folder.Prefix);
        var index = File.ReadAllBytes(folder.Index);
        var data = File.ReadAllBytes(folder.Data());

        Check(Damages.Zip(Gen.Elements(true, false)), damage =>
        {
            folder.WriteIndex(damage.Item2 ? damage.Item1.Apply(index) : index);
            folder.WriteData(damage.Item2 ? data : damage.Item1.Apply(data));
            foreach (var (key, tensor) in ReadCheaply(folder.Prefix))
                tensor.ShouldBe(expected[key], key);
        });
    }

    [Fact]
    public void Read_DamagedBlockWithItsChecksum_IsRefusedOrRead()
    {
        using var folder = CheckpointFolder.Of([1, 2, 3, 4]);
        var entry = CheckpointFolder.Entry(DataType.DtUint8, [1, 2, 3, 4], 2, 2).ToByteArray();
        var header = new BundleHeaderProto { NumShards = 1 }.ToByteArray();
        var contents = TableWriter.Contents(
            [([], header), ("a"u8.ToArray(), entry), ("ab"u8.ToArray(), entry), ("abc"u8.ToArray(), entry), ("b"u8.ToArray(), entry)]);
        var compressed = Snappier.Snappy.CompressToArray(contents);

        Check(Damages.Zip(Gen.Choose(0, 2)), damage =>
        {
            folder.WriteIndex(damage.Item2 switch
            {
                0 => TableWriter.WriteContents(damage.Item1.Apply(contents)),
                1 => TableWriter.WriteContents(damage.Item1.Apply(compressed), 1),
                _ => TableWriter.WriteIndex(damage.Item1.Apply(contents)),
            });
            foreach (var (_, tensor) in ReadCheaply(folder.Prefix))
                tensor.Length.ShouldBeLessThanOrEqualTo(4);
        });
    }

    [Fact]
    public void Read_AnyEntry_IsRefusedOrRead()
    {
        byte[] data = [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1];
        using var folder = CheckpointFolder.Of(data);
        var numbers = Gen.OneOf(
            Gen.Choose(-2, 17).Select(number => (long)number),
            Gen.Elements(long.MinValue, long.MaxValue, long.MaxValue - 15, int.MaxValue, int.MinValue, 1L << 31, 1L << 32, 1L << 62));
        var entries =
            from type in Gen.Choose(-1, 24)
            from shape in numbers.ListOf()
            from shard in Gen.Frequency((9, Gen.Constant(0L)), (1, numbers))
            from offset in numbers
            from size in numbers
            from crc in Gen.Elements(TableWriter.MaskedCrc32C(data), TableWriter.MaskedCrc32C([]), 0U)
            select new BundleEntryProto
            {
                Dtype = (DataType)type,
                Shape = CheckpointFolder.Entry(DataType.DtFloat, [], [.. shape]).Shape,
                ShardId = (int)shard,
                Offset = offset,
                Size = size,
                Crc32C = crc,
            };

        Check(entries, entry =>
        {
            folder.WriteIndex(new BundleHeaderProto { NumShards = 1 }, ("x", entry));
            foreach (var (_, tensor) in ReadCheaply(folder.Prefix))
                tensor.Length.ShouldBeLessThanOrEqualTo(data.Length);
        });
    }

    [Fact]
    public void Read_AnyBytesAsEntry_AreRefusedOrRead()
    {
        using var folder = CheckpointFolder.Of([1, 2, 3, 4]);

        Check(ArbMap.Default.GeneratorFor<byte[]>(), bytes =>
        {
            folder.WriteIndex(TableWriter.Write([[([], new BundleHeaderProto { NumShards = 1 }.ToByteArray()), ("x"u8.ToArray(), bytes)]]));
            ReadCheaply(folder.Prefix);
            folder.WriteIndex(TableWriter.Write([[([], bytes), ("x"u8.ToArray(), [])]]));
            ReadCheaply(folder.Prefix);
        });
    }

    private static void Check<T>(Gen<T> generator, Action<T> body) =>
        Prop.ForAll(generator.ToArbitrary(), body).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Dictionary<string, byte[]> ReadAll(string prefix)
    {
        using var checkpoint = CheckpointReader.Open(prefix);
        return checkpoint.Keys.ToDictionary(key => key, key => checkpoint.Read(key).ToBytes());
    }

    /// <summary>The variables that can be read.</summary>
    private static Dictionary<string, byte[]> ReadCheaply(string prefix)
    {
        var tensors = new Dictionary<string, byte[]>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using var checkpoint = CheckpointReader.Open(prefix);
            foreach (var key in checkpoint.Keys)
            {
                try
                {
                    tensors.Add(key, checkpoint.Read(key).ToBytes());
                }
                catch (SavedModelException exception)
                {
                    exception.Message.ShouldStartWith($"{prefix}.index: {key}: ");
                }
            }
        }
        catch (SavedModelException exception)
        {
            exception.Message.ShouldStartWith($"{prefix}.index: ");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MaxAllocated);
        return tensors;
    }
}
