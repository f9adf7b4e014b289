namespace LabelPlatform.AllInOne;

internal static class EmbeddedModelServerRegistration
{
    /// <summary>Serves the models of the data folder to Inference, unless that is told of another server (<c>Inference:Servers</c>).</summary>
    public static void AddEmbeddedModelServer(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection("Inference:Servers").GetChildren().Any())
            return;

        var socket = new LoopbackSocket();
        var modelsConfig = Path.Combine(DataFolder.PathOf(builder.Configuration), "models", "models.config");
        builder.Configuration.AddDefaults(new()
        {
            ["Inference:Servers:0:Url"] = socket.Url,
            ["Inference:ModelsConfig"] = modelsConfig,
            ["ModelServer:ModelConfigFile"] = modelsConfig,
            ["ModelServer:ModelConfigFilePollWaitSeconds"] = "1",
        });
        builder.Services.AddSingleton(socket);
        builder.Services.AddHostedService<EmbeddedModelServer>();
    }
}
