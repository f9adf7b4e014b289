using System.Text;

namespace LabelPlatform.Trainer.Worker;

/// <summary>A file of what a job's processes print, up to a size. Thread-safe.</summary>
internal sealed class AttemptLog : IDisposable
{
    private const long MaxBytes = 10 << 20;

    private readonly StreamWriter _writer;
    private readonly Lock _gate = new();
    private long _left = MaxBytes;

    public AttemptLog(string path) => _writer = new StreamWriter(path, append: false) { AutoFlush = true };

    /// <summary>A disk that is full does not end the training.</summary>
    public void Add(string line)
    {
        lock (_gate)
        {
            if (_left <= 0)
                return;
            _left -= Encoding.UTF8.GetByteCount(line) + 1;
            try
            {
                _writer.WriteLine(_left > 0 ? line : $"The rest is left out: the log has {MaxBytes >> 20} MB.");
            }
            catch (IOException)
            {
                _left = 0;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _left = 0;
            try
            {
                _writer.Dispose();
            }
            catch (IOException)
            {
                // As above.
            }
        }
    }
}
