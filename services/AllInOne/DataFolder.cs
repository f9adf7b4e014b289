namespace LabelPlatform.AllInOne;

/// <summary>The folder that holds everything AllInOne keeps: <c>Data:Path</c>, by default <c>./data</c>.</summary>
internal static class DataFolder
{
    /// <summary>Where it is.</summary>
    public static string PathOf(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Path"] ?? "data");

    /// <summary>Puts each service's files into the folder, unless a setting of its own says otherwise.</summary>
    public static void AddDataFolder(this IConfigurationManager configuration)
    {
        var path = PathOf(configuration);
        configuration.AddDefaults(new()
        {
            ["Messaging:Transport"] = "InMemory",
            ["Messaging:MessageDataPath"] = Path.Combine(path, "message-data"),
            ["LabelGraph:Path"] = Path.Combine(path, "label-graph.db"),
        });
    }
}
