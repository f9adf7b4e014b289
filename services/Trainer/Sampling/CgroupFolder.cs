using System.Globalization;

namespace LabelPlatform.Trainer.Sampling;

/// <summary>The files of one cgroup.</summary>
internal sealed class CgroupFolder(string path)
{
    /// <summary>The cgroup of this process and those above it, the innermost first.</summary>
    /// <param name="mount">Where the hierarchy is mounted.</param>
    /// <param name="path">Path of the cgroup in it, as <c>/proc/self/cgroup</c> says.</param>
    public static IEnumerable<CgroupFolder> Upwards(string mount, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // In a container the path may be the host's; then what is mounted is the container's own cgroup.
        for (var depth = parts.Contains("..") ? 0 : parts.Length; depth >= 0; depth--)
        {
            var folder = Path.Combine([mount, .. parts[..depth]]);
            if (Directory.Exists(folder))
                yield return new CgroupFolder(folder);
        }
    }

    /// <summary>The path of a controller's cgroup of this process; null when the process is in none.</summary>
    /// <param name="selfCgroup">What <c>/proc/self/cgroup</c> says.</param>
    /// <param name="controller">The controller; empty for version 2.</param>
    public static string? FindPath(string selfCgroup, string controller)
    {
        foreach (var line in selfCgroup.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(':', 3);
            if (parts.Length == 3 && parts[1].Split(',').Contains(controller))
                return parts[2];
        }

        return null;
    }

    public string? Read(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(path, file)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A file that holds one number; null when it does not.</summary>
    public long? ReadNumber(string file) =>
        long.TryParse(Read(file), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
