using System.Text;

namespace LabelPlatform.Trainer.Worker;

/// <summary>Reads lines, also those that programs overwrite (they end with a carriage return alone); one that is too long comes in parts.</summary>
internal static class BoundedLines
{
    private const int MaxLength = 64 << 10;

    public static async Task ReadAllAsync(TextReader reader, Action<string> onLine)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        try
        {
            while (await reader.ReadAsync(buffer) is > 0 and var count)
            {
                foreach (var character in buffer.AsSpan(0, count))
                    Add(character);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone, and what it said last with it.
        }

        End();

        void Add(char character)
        {
            if (character is '\n' or '\r')
                End();
            else
                line.Append(character);
            if (line.Length >= MaxLength)
                End();
        }

        void End()
        {
            if (line.Length > 0)
                onLine(line.ToString());
            line.Clear();
        }
    }
}
