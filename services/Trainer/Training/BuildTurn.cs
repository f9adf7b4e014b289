namespace LabelPlatform.Trainer.Training;

/// <summary>
/// Whose turn it is to make a file that several processes want: a file that one of them has open alone. The system closes it when that one dies.
/// </summary>
internal sealed class BuildTurn : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // A file system without locks, or a process that hangs: making it twice gives the same file.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly FileStream? _file;

    private BuildTurn(FileStream? file) => _file = file;

    /// <summary>Waits for the turn, but for ten minutes at most.</summary>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static BuildTurn Take(string path, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Limit; waited += Interval)
        {
            try
            {
                return new BuildTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path))
            {
                cancellation.WaitHandle.WaitOne(Interval);
                cancellation.ThrowIfCancellationRequested();
            }
        }

        return new BuildTurn(null);
    }

    // The file stays: removed, two could have "it" open alone.
    public void Dispose() => _file?.Dispose();
}
