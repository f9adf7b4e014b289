namespace LabelPlatform.Inference.Catalog;

/// <summary>What tells whether a file changed; the default stands for a file that is not there.</summary>
internal readonly record struct FileStamp(DateTime Written, long Length)
{
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileStamp(file.LastWriteTimeUtc, file.Length) : default;
    }
}
