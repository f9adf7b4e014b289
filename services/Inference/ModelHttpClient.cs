using Microsoft.Extensions.Options;

namespace LabelPlatform.Inference;

/// <summary>The pooled connections to model servers and sub-services. Each call has its own time, so the client has none.</summary>
public sealed class ModelHttpClient : HttpClient
{
    public ModelHttpClient(IOptions<InferenceOptions> options)
        : base(CreateHandler(options.Value))
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan;
    }

    private static SocketsHttpHandler CreateHandler(InferenceOptions options) => new()
    {
        ConnectTimeout = TimeSpan.FromMilliseconds(options.ConnectTimeoutMs),
        MaxConnectionsPerServer = options.MaxConnectionsPerServer,
        // So that a changed DNS entry is seen.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        // Model servers are neighbours; what answers is what was configured.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
