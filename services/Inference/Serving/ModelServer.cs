using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Enumeration;
using System.Net;
using System.Net.Http.Headers;

namespace LabelPlatform.Inference.Serving;

/// <summary>One model server with TensorFlow Serving's REST interface.</summary>
public sealed class ModelServer(ModelServerOptions options, HttpClient http, CallGuards guards)
{
    private const int MaxReplyBytes = 1 << 20;
    private const int MaxErrorBytes = 16 << 10;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly ConcurrentDictionary<string, CallGuard> _guards = new(StringComparer.Ordinal);
    private readonly string _models = options.Url.TrimEnd('/') + "/v1/models/";

    /// <summary>Whether it is configured to have a model.</summary>
    public bool Has(string model) => FileSystemName.MatchesSimpleExpression(options.Models, model, ignoreCase: false);

    /// <summary>Asks one version of a model.</summary>
    /// <param name="model">Name of the model.</param>
    /// <param name="version">The version.</param>
    /// <param name="body">The request.</param>
    /// <param name="rows">Rows in it.</param>
    /// <param name="patience">How long the caller can wait.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>One probability a row.</returns>
    /// <exception cref="PredictionException">There is no valid answer.</exception>
    public Task<double[]> PredictAsync(
        string model, long version, ReadOnlyMemory<byte> body, int rows, TimeSpan patience, CancellationToken cancellation)
    {
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"{_models}{model}/versions/{version}:predict"));
        var guard = _guards.GetOrAdd(model, name => guards.Create(name, options.Url));
        return guard.CallAsync(version, token => PostAsync(url, body, rows, token), patience, cancellation);
    }

    private async Task<double[]> PostAsync(Uri url, ReadOnlyMemory<byte> body, int rows, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode is HttpStatusCode.OK)
            return PredictReply.ReadProbabilities((await BodyReader.ReadAsync(response.Content, MaxReplyBytes, cancellation)).Span, rows);

        var error = PredictReply.ReadError((await BodyReader.ReadAsync(response.Content, MaxErrorBytes, cancellation)).Span);
        throw HttpFailure.Of(response, error);
    }
}
