namespace LabelPlatform.Testing;

/// <summary>The folder <c>shared</c> beside the repository: reference data and test servers that are no part of it.</summary>
internal static class SharedFolder
{
    /// <summary>The full path of a file or folder in it; skips the test (on CI: fails it) when there is none.</summary>
    public static string Get(params string[] path)
    {
        var found = Find(path);
        if (found is null)
            Unavailable.SkipOrFail($"There is no ../shared/{string.Join('/', path)} beside the repository.");
        return found;
    }

    /// <summary>The full path of a file or folder in it, or null.</summary>
    public static string? Find(params string[] path)
    {
        var found = Path.Combine([Repository.Root, "..", "shared", .. path]);
        return Path.Exists(found) ? Path.GetFullPath(found) : null;
    }
}
