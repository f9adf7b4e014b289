using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.AllInOne;

internal static class EmbeddedModelServerRegistration
{
    private const string Servers = "Inference:Servers";

    /// <summary>Serves the models of the data folder to Inference, unless that is told of another server (<c>Inference:Servers</c>).</summary>
    public static void AddEmbeddedModelServer(this IHostApplicationBuilder builder)
    {
        if (!builder.Configuration.GetSection(Servers).GetChildren().Any())
            builder.AddServer();
        // Whoever serves the models is who a promotion waits for.
        builder.Configuration.AddDefaults(builder.Configuration.GetSection(Servers).GetChildren()
            .Select((server, index) => (Key: $"Training:ModelServers:{index}", Url: server["Url"]))
            .ToDictionary(setting => setting.Key, setting => setting.Url));
    }

    private static void AddServer(this IHostApplicationBuilder builder)
    {
        var socket = new LoopbackSocket();
        builder.Configuration.AddDefaults(new()
        {
            [$"{Servers}:0:Url"] = socket.Url,
            ["ModelServer:ModelConfigFile"] = builder.Configuration["Inference:ModelsConfig"],
            ["ModelServer:ModelConfigFilePollWaitSeconds"] = "1",
        });
        builder.Services.AddSingleton(socket);
        builder.Services.AddHostedService<EmbeddedModelServer>();
    }
}
