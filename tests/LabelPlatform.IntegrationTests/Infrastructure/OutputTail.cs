namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>The last lines that a process wrote. Thread-safe.</summary>
/// <param name="onLine">Sees every line, in the thread that reads the output.</param>
public sealed class OutputTail(Action<string>? onLine)
{
    private const int Capacity = 200;
    private readonly Queue<string> _lines = new();

    public string? Find(Func<string, bool> predicate)
    {
        lock (_lines)
        {
            return _lines.FirstOrDefault(predicate);
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join(Environment.NewLine, _lines);
        }
    }

    internal void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            if (_lines.Count == Capacity)
                _lines.Dequeue();
            _lines.Enqueue(line);
        }
        onLine?.Invoke(line);
    }
}
