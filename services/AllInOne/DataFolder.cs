using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.AllInOne;

/// <summary>The folder that holds everything AllInOne keeps: <c>Data:Path</c>, by default <c>./data</c>.</summary>
internal static class DataFolder
{
    /// <summary>Where it is.</summary>
    public static string PathOf(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Path"] ?? "data");

    /// <summary>Where its models are.</summary>
    public static string ModelsPathOf(IConfiguration configuration) => Path.Combine(PathOf(configuration), "models");

    /// <summary>Puts each service's files into the folder, unless a setting of its own says otherwise.</summary>
    public static void AddDataFolder(this IConfigurationManager configuration)
    {
        var path = PathOf(configuration);
        configuration.AddDefaults(new()
        {
            ["Messaging:Transport"] = "InMemory",
            ["Messaging:MessageDataPath"] = Path.Combine(path, "message-data"),
            ["Persistence:Provider"] = "Sqlite",
            ["Persistence:Path"] = path,
            ["Training:DatasetsPath"] = Path.Combine(path, "datasets"),
            ["Training:ModelsPath"] = ModelsPathOf(configuration),
            ["Inference:ModelsConfig"] = Path.Combine(ModelsPathOf(configuration), "models.config"),
            ["Trainer:Name"] = "local",
            ["LabelGraph:Path"] = Path.Combine(path, "label-graph.db"),
        });
    }
}
