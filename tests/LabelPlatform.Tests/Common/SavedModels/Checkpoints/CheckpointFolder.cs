using System.Globalization;
using System.Text;
using Google.Protobuf;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.Tests.Common.SavedModels.Checkpoints;

/// <summary>A checkpoint in a folder of its own, which is deleted with it.</summary>
internal sealed class CheckpointFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labelplatform-checkpoint-").FullName;

    public string Prefix => Path.Combine(_folder, "variables");

    public string Index => Prefix + ".index";

    public static CheckpointFolder CopyOf(string original)
    {
        var copy = new CheckpointFolder();
        foreach (var path in Directory.GetFiles(original))
            File.WriteAllBytes(Path.Combine(copy._folder, Path.GetFileName(path)), File.ReadAllBytes(path));
        return copy;
    }

    /// <summary>A checkpoint of one data file.</summary>
    public static CheckpointFolder Of(byte[] data, params IEnumerable<(string Key, BundleEntryProto Entry)> entries)
    {
        var folder = new CheckpointFolder();
        folder.WriteData(data);
        folder.WriteIndex(new BundleHeaderProto { NumShards = 1 }, entries);
        return folder;
    }

    /// <summary>The entry of a tensor whose data are there.</summary>
    public static BundleEntryProto Entry(DataType type, byte[] data, params long[] shape) => new()
    {
        Dtype = type,
        Shape = new TensorShapeProto { Dim = { shape.Select(size => new TensorShapeProto.Types.Dim { Size = size }) } },
        Size = data.Length,
        Crc32C = TableWriter.MaskedCrc32C(data),
    };

    public string Data(int shard = 0, int shards = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}.data-{shard:00000}-of-{shards:00000}");

    public void WriteData(byte[] data, int shard = 0, int shards = 1) => File.WriteAllBytes(Data(shard, shards), data);

    public void WriteIndex(byte[] table) => File.WriteAllBytes(Index, table);

    public void WriteIndex(BundleHeaderProto header, params IEnumerable<(string Key, BundleEntryProto Entry)> entries) =>
        WriteIndex(TableWriter.Write([
            [([], header.ToByteArray()), .. entries.Select(entry => (Encoding.UTF8.GetBytes(entry.Key), entry.Entry.ToByteArray()))],
        ]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
