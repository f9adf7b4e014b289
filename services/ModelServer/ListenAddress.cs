namespace LabelPlatform.ModelServer;

internal static class ListenAddress
{
    /// <summary>Listens on <c>ModelServer:Host</c> and <c>ModelServer:RestApiPort</c>, unless <c>urls</c> say otherwise.</summary>
    public static void ListenOnRestApiPort(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            return;
        // As text: the options are bound and checked when the server starts, and what is wrong with them is said then.
        var defaults = new ModelServerOptions();
        var section = builder.Configuration.GetSection(ModelServerOptions.Section);
        var host = section[nameof(ModelServerOptions.Host)] ?? defaults.Host;
        var port = section[nameof(ModelServerOptions.RestApiPort)] ?? $"{defaults.RestApiPort}";
        builder.WebHost.UseUrls(host.Contains(':', StringComparison.Ordinal) ? $"http://[{host}]:{port}" : $"http://{host}:{port}");
    }
}
