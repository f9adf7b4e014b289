namespace LabelPlatform.Trainer.Worker;

/// <summary>The last lines that a process printed. Thread-safe.</summary>
internal sealed class OutputTail
{
    private const int MaxLines = 40;
    private const int MaxLineLength = 400;

    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            if (_lines.Count == MaxLines)
                _lines.Dequeue();
            _lines.Enqueue(line.Length > MaxLineLength ? line[..MaxLineLength] + "…" : line);
        }
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join('\n', _lines);
    }
}
