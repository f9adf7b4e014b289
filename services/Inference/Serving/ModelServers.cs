using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference.Serving;

/// <summary>The configured model servers.</summary>
public sealed class ModelServers(IOptions<InferenceOptions> options, ModelHttpClient http, CallGuards guards)
{
    private readonly ModelServer[] _servers = [.. options.Value.Servers.Select(server => new ModelServer(server, http, guards))];

    /// <summary>The replicas of a model, in the order of the configuration.</summary>
    public IReadOnlyList<ModelServer> For(string model) => Array.FindAll(_servers, server => server.Has(model));
}
