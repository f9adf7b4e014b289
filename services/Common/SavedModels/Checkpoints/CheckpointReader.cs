using System.Globalization;
using System.Text;
using System.Text.Unicode;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>
/// A checkpoint in TensorFlow's format ("tensor bundle"): an index of the variables, <c>prefix.index</c>, and files of their data,
/// <c>prefix.data-00000-of-00001</c> and so on, each opened when the first tensor in it is read. Not for several threads at once.
/// </summary>
internal sealed class CheckpointReader : IDisposable
{
    /// <summary>An index has about 100 bytes for a variable.</summary>
    private const int MaxIndexLength = 256 << 20;

    private readonly string _prefix;
    private readonly BundleHeaderProto _header;

    // As bytes: parsed all at once, a hostile index would be many times as large.
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _entries = [];
    private readonly Dictionary<int, DataFile> _shards = [];

    private CheckpointReader(string prefix, SortedTable table)
    {
        _prefix = prefix;
        using var entries = table.Read().GetEnumerator();
        if (!entries.MoveNext() || entries.Current.Key.Length > 0)
            throw new SavedModelException(StatusCode.DataLoss, "The header is missing.");
        _header = BundleHeaderProto.Parser.ParseFrom(entries.Current.Value.Span);
        if (_header.Endianness != BundleHeaderProto.Types.Endianness.Little)
        {
            throw new SavedModelException(
                StatusCode.Unimplemented, "The checkpoint was written by a big-endian machine, which is not supported.");
        }
        if (_header.NumShards <= 0)
            throw new SavedModelException(StatusCode.DataLoss, $"The header announces {_header.NumShards} data files.");

        while (entries.MoveNext())
        {
            // The parts of a partitioned variable have keys that are no text; nothing asks for these.
            if (Utf8.IsValid(entries.Current.Key))
                _entries.Add(Encoding.UTF8.GetString(entries.Current.Key), entries.Current.Value);
        }
    }

    /// <summary>The names of the variables.</summary>
    public IReadOnlyCollection<string> Keys => _entries.Keys;

    /// <summary>Opens a checkpoint, reading its index.</summary>
    /// <param name="prefix">The path of its files without <c>.index</c> or <c>.data-…</c>.</param>
    /// <exception cref="SavedModelException">The index is missing or damaged.</exception>
    public static CheckpointReader Open(string prefix)
    {
        var path = prefix + ".index";
        try
        {
            return new CheckpointReader(prefix, new SortedTable(ReadIndex(path)));
        }
        catch (Exception exception) when (CheckpointErrors.IsExpected(exception))
        {
            throw CheckpointErrors.At(path, exception);
        }
    }

    /// <summary>Whether there is a variable of this name.</summary>
    public bool Contains(string key) => _entries.ContainsKey(key);

    /// <summary>Reads a variable.</summary>
    /// <exception cref="SavedModelException">
    /// It is not there, it is of a type or stored in a way that is not supported, its data file is missing, or the files are damaged.
    /// </exception>
    public Tensor Read(string key)
    {
        if (!_entries.TryGetValue(key, out var bytes))
            throw new SavedModelException(StatusCode.NotFound, $"{_prefix}.index: Key {key} not found in checkpoint.");
        try
        {
            var entry = BundleEntryProto.Parser.ParseFrom(bytes.Span);
            if (entry.Slices.Count > 0)
            {
                throw new SavedModelException(
                    StatusCode.Unimplemented, "The variable is partitioned, which is not supported: save it as one tensor.");
            }
            return TensorData.Read(OpenShard(entry.ShardId), entry);
        }
        catch (Exception exception) when (CheckpointErrors.IsExpected(exception))
        {
            throw CheckpointErrors.At($"{_prefix}.index: {key}", exception);
        }
    }

    public void Dispose()
    {
        foreach (var shard in _shards.Values)
            shard.Dispose();
    }

    private static byte[] ReadIndex(string path)
    {
        using var file = DataFile.Open(path);
        if (file.Length > MaxIndexLength)
        {
            throw new SavedModelException(
                StatusCode.ResourceExhausted, $"{file.Length} bytes are too large for an index; the limit is {MaxIndexLength}.");
        }
        var bytes = new byte[file.Length];
        file.Read(bytes, 0);
        return bytes;
    }

    private DataFile OpenShard(int id)
    {
        if (id < 0 || id >= _header.NumShards)
            throw new SavedModelException(StatusCode.DataLoss, $"Its data would be in file {id} of {_header.NumShards}.");
        if (_shards.TryGetValue(id, out var open))
            return open;
        var path = string.Create(CultureInfo.InvariantCulture, $"{_prefix}.data-{id:D5}-of-{_header.NumShards:D5}");
        return _shards[id] = DataFile.Open(path);
    }
}
