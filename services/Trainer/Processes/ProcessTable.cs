using System.Globalization;

namespace LabelPlatform.Trainer.Processes;

/// <summary>The processes of the machine at one moment.</summary>
internal sealed class ProcessTable(IReadOnlyList<ProcessStat> processes)
{
    private readonly ILookup<int, ProcessStat> _children = processes.ToLookup(process => process.Parent);

    public static ProcessTable Read(string proc = "/proc")
    {
        var found = new List<ProcessStat>();
        foreach (var folder in Directory.EnumerateDirectories(proc))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _) && ReadStat(folder) is { } process)
                found.Add(process);
        }

        return new ProcessTable(found);
    }

    /// <summary>What a process has started, and what that has started, and so on.</summary>
    public IReadOnlyList<ProcessStat> DescendantsOf(int ancestor)
    {
        var found = new List<ProcessStat>(_children[ancestor]);
        for (var i = 0; i < found.Count; i++)
            found.AddRange(_children[found[i].Id]);
        return found;
    }

    /// <summary>A leader, its group, and its descendants in whatever group.</summary>
    public IReadOnlyList<ProcessStat> MembersOf(int leader) =>
        [.. processes.Where(process => process.Id == leader || process.Group == leader).Union(DescendantsOf(leader))];

    private static ProcessStat? ReadStat(string folder)
    {
        try
        {
            return ProcessStat.Parse(File.ReadAllText(Path.Combine(folder, "stat")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended since.
            return null;
        }
    }
}
