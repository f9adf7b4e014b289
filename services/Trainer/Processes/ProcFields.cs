using System.Globalization;

namespace LabelPlatform.Trainer.Processes;

/// <summary>Reads the files of the kernel that have a name and a number a line.</summary>
internal static class ProcFields
{
    /// <summary>The number after a name at the start of a line; null when there is no such line.</summary>
    public static long? Find(string text, string name)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith(name, StringComparison.Ordinal) || line.Length == name.Length || !(line[name.Length] is ' ' or '\t'))
                continue;
            var rest = line[name.Length..].Trim();
            var end = rest.IndexOfAnyExceptInRange('0', '9');
            return long.Parse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return null;
    }
}
