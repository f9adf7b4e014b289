using System.Net;
using System.Net.Http.Headers;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>One connection that is kept, used by one thread with blocking calls; each reply is read to its end.</summary>
internal sealed class PredictClient(Uri server) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _reply = new byte[64 * 1024];

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = 1,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    /// <exception cref="InvalidOperationException">It is no prediction that comes back.</exception>
    public void Predict(int model, byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, $"/v1/models/{ServingModels.ModelName(model)}:predict"));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = Json;
        using var reply = _http.Send(request, cancellation);
        using var stream = reply.Content.ReadAsStream(cancellation);
        while (stream.Read(_reply) > 0)
        {
        }

        if (reply.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{server} answered with status {(int)reply.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();
}
