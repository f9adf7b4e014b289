namespace LabelPlatform.ModelServer.Flags;

/// <summary>Tells the arguments of the .NET host from TensorFlow Serving's flags.</summary>
internal static class HostArgument
{
    private static readonly string[] Names = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    public static (string[] Flags, string[] Host) Split(IReadOnlyList<string> args)
    {
        var flags = new List<string>();
        var host = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsHostArgument(args[i]))
            {
                flags.Add(args[i]);
                continue;
            }

            host.Add(args[i]);
            // "--urls value" as well as "--urls=value"
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
                host.Add(args[++i]);
        }

        return ([.. flags], [.. host]);
    }

    private static bool IsHostArgument(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
            return false;
        var name = argument[2..].Split('=', 2)[0];
        return name.Contains(':', StringComparison.Ordinal) || Names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
