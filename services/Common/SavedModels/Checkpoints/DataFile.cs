using Microsoft.Win32.SafeHandles;

namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>A file of a checkpoint, open to be read at any place.</summary>
internal sealed class DataFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly string _name;

    private DataFile(string path)
    {
        _name = Path.GetFileName(path);
        _handle = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_handle);
    }

    /// <summary>Length in bytes.</summary>
    public long Length { get; }

    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static DataFile Open(string path) => new(path);

    /// <summary>Checks that there is so much in the file: to be called before making room for it.</summary>
    /// <exception cref="SavedModelException">There is not.</exception>
    public void Require(long offset, long size)
    {
        if (offset < 0 || size < 0 || offset > Length || size > Length - offset)
        {
            throw new SavedModelException(
                StatusCode.DataLoss,
                $"{size} bytes at {offset} should be in {_name}, which has {Length} bytes: it is cut off, or belongs to another index.");
        }
    }

    /// <summary>Reads as much as the destination has room for.</summary>
    /// <exception cref="SavedModelException">The file ends before.</exception>
    public void Read(Span<byte> destination, long offset)
    {
        while (!destination.IsEmpty)
        {
            var count = RandomAccess.Read(_handle, destination, offset);
            if (count == 0)
                throw new SavedModelException(StatusCode.DataLoss, $"{_name} ends at {offset}: it became shorter while it was read.");
            destination = destination[count..];
            offset += count;
        }
    }

    public void Dispose() => _handle.Dispose();
}
