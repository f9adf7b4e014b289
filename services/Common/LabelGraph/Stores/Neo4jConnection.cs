using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LabelPlatform.LabelGraph.Stores;

/// <summary>Speaks Neo4j's HTTP Query API. Whatever fails is a <see cref="LabelGraphStoreException"/> with a message for people.</summary>
internal sealed class Neo4jConnection : IDisposable
{
    private const int Attempts = 3;

    // Chinese stays three bytes a character instead of six.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Neo4jOptions _options;
    private readonly HttpClient _http;

    public Neo4jConnection(Neo4jOptions options)
    {
        _options = options;
        Location = $"{options.Url.TrimEnd('/')}/db/{Uri.EscapeDataString(options.Database)}";
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(options.ConnectTimeoutSeconds),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseProxy = false,
        };
        // The limit of each call counts the body too, which this one would not.
        _http = new HttpClient(handler) { BaseAddress = new Uri($"{Location}/query/"), Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Password.Length > 0)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Credentials(options));
    }

    /// <summary>Address of the database, for people.</summary>
    public string Location { get; }

    /// <summary>Runs one statement in a transaction of its own, again when it lost a deadlock: it must be one that may be repeated.</summary>
    public async Task<Neo4jRows> RunAsync(string statement, object? parameters, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new Neo4jRows(await SendAsync(HttpMethod.Post, "v2", new { statement, parameters }, cancellationToken));
            }
            catch (LabelGraphStoreException exception) when (exception.IsTransient && attempt < Attempts)
            {
                // The winner goes on meanwhile.
            }
        }
    }

    /// <summary>Begins a transaction.</summary>
    public async Task<Neo4jTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Post, "v2/tx", new { }, cancellationToken);
        return new Neo4jTransaction(this, answer.RootElement.GetProperty("transaction").GetProperty("id").GetString()!);
    }

    /// <summary>Calls the Query API.</summary>
    /// <param name="method">HTTP's.</param>
    /// <param name="path">Below <c>query/</c>.</param>
    /// <param name="body">Sent as JSON unless it is null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<JsonDocument> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : JsonContent.Create(body, options: Json);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ReadAsync(response, limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LabelGraphStoreException(
                $"Neo4j at {Location} did not answer within {_options.TimeoutSeconds} s (LabelGraph:Neo4j:TimeoutSeconds)", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new LabelGraphStoreException(
                $"Neo4j at {Location} cannot be reached: {exception.Message}. Is it running, and LabelGraph:Neo4j:Url its HTTP address?", exception);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new LabelGraphStoreException(
                $"Neo4j at {Location} refuses the user '{_options.Username}': check LabelGraph:Neo4j:Username and LabelGraph:Neo4j:Password");
        }

        JsonDocument? answer = null;
        try
        {
            answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        }
        catch (JsonException)
        {
            // Said below.
        }

        if (answer is not { RootElement.ValueKind: JsonValueKind.Object })
        {
            throw new LabelGraphStoreException(
                $"{Location} answered {(int)response.StatusCode}, but not as Neo4j's Query API does; Neo4j 5.26 or newer is needed");
        }

        // A statement that fails while its rows are sent is answered with success and errors.
        if (answer.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            var (code, message) = (errors[0].GetProperty("code").GetString(), errors[0].GetProperty("message").GetString());
            throw new LabelGraphStoreException($"Neo4j at {Location} failed: {message} ({code})")
            {
                IsTransient = code?.StartsWith("Neo.TransientError", StringComparison.Ordinal) is true,
            };
        }

        return response.IsSuccessStatusCode
            ? answer
            : throw new LabelGraphStoreException($"Neo4j at {Location} answered {(int)response.StatusCode} without saying why");
    }

    private static string Credentials(Neo4jOptions options) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Username}:{options.Password}"));
}
