using LabelPlatform.TextClassification;

namespace LabelPlatform.Trainer;

/// <summary>Writes files that are on the disk when it returns.</summary>
internal static class FlushedFile
{
    /// <returns>The hash of the bytes: <c>sha256:…</c>.</returns>
    public static string Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return ContentHash.Of(bytes);
    }
}
