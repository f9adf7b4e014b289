using System.Globalization;
using System.Text;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>What tells whether the files of a version changed: their names, lengths and times, without reading them.</summary>
internal static class VersionStamp
{
    private static readonly string[] Folders = ["", "variables", "assets", "assets.extra"];

    public static string Of(string folder)
    {
        var stamp = new StringBuilder(folder);
        foreach (var subfolder in Folders)
            Append(stamp, new DirectoryInfo(Path.Combine(folder, subfolder)));
        return stamp.ToString();
    }

    private static void Append(StringBuilder stamp, DirectoryInfo folder)
    {
        try
        {
            foreach (var file in folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
                stamp.Append(CultureInfo.InvariantCulture, $"|{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not there yet, or not readable: it becomes another stamp when that changes.
            stamp.Append('|').Append(exception.GetType().Name);
        }
    }
}
