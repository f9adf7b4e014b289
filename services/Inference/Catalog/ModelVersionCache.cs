using LabelPlatform.ModelsConfig;
using LabelPlatform.ModelVersions;

namespace LabelPlatform.Inference.Catalog;

/// <summary>
/// Keeps what was read of versions, so that a look at the catalogue reads only what changed. A version whose files break later stays as it
/// was read first. Not thread-safe.
/// </summary>
internal sealed class ModelVersionCache
{
    private readonly ModelVersionReader _reader = new(new FeatureTables());
    private Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private Dictionary<string, Entry> _used = new(StringComparer.Ordinal);

    /// <summary>Whether a file was read since the last <see cref="Trim"/>.</summary>
    public bool HasRead { get; private set; }

    /// <returns>The version, or null, and what is wrong with it, or null.</returns>
    public (ModelVersion? Version, string? Problem) Get(ConfiguredModel model, long version, string path)
    {
        var stamps = ModelVersionReader.Files(path).Select(FileStamp.Of).ToArray();
        if (!_entries.TryGetValue(path, out var entry) || !entry.Stamps.AsSpan().SequenceEqual(stamps))
        {
            HasRead = true;
            entry = Read(model, version, path, stamps, entry?.Version);
        }

        _used[path] = entry;
        return (entry.Version, entry.Problem);
    }

    /// <summary>Forgets the versions that were not asked for since the last time.</summary>
    public void Trim()
    {
        _entries = _used;
        _used = new Dictionary<string, Entry>(StringComparer.Ordinal);
        HasRead = false;
    }

    private Entry Read(ConfiguredModel model, long version, string path, FileStamp[] stamps, ModelVersion? before)
    {
        try
        {
            return new Entry(stamps, _reader.Read(model.Name, version, path), null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Entry(stamps, before, exception.Message);
        }
    }

    private sealed record Entry(FileStamp[] Stamps, ModelVersion? Version, string? Problem);
}
