using System.Text.Json.Nodes;
using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Contracts.Scoring;
using LabelPlatform.IntegrationTests.Infrastructure;
using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>One replica of a service as a process of its own; started again it keeps its address.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    public const string Api = "Api";
    public const string Preprocess = "Preprocess";
    public const string GraphMatch = "GraphMatch";
    public const string Inference = "Inference";
    public const string Scoring = "Scoring";

    /// <summary>The setting that says how much is logged of messages; only <see cref="RequestsReceived"/> needs it.</summary>
    public const string MessageLog = "Logging__LogLevel__MassTransit.Messages";

    private readonly Dictionary<string, string?> _settings;
    private readonly HttpClient _http;
    private ChildProcess? _process;
    private int _requestsReceived;

    public ServiceProcess(string service, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Service = service;
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        _http = new HttpClient { BaseAddress = new Uri(Url) };
        _settings = new Dictionary<string, string?>(settings) { ["Urls"] = Url };
        // MassTransit tells of every message that it gave to a consumer.
        _settings.TryAdd(MessageLog, "Debug");
    }

    /// <summary>The four stages behind Api, each with the message that asks it.</summary>
    public static IReadOnlyDictionary<string, string> Stages { get; } = new Dictionary<string, string>
    {
        [Preprocess] = nameof(PreprocessTexts),
        [GraphMatch] = nameof(MatchLabels),
        [Inference] = nameof(PredictLabels),
        [Scoring] = nameof(ScoreLabels),
    };

    public string Service { get; }

    public string Url { get; }

    /// <summary>How often its consumer was asked since it was started first.</summary>
    public int RequestsReceived => Volatile.Read(ref _requestsReceived);

    public string Output => _process?.Output.ToString() ?? string.Empty;

    public void Start()
    {
        var program = Path.Combine(
            Repository.Root, "services", Service, "bin", Repository.Configuration, "net10.0", $"LabelPlatform.{Service}.dll");
        _process = ChildProcess.Start(Service, ["dotnet", program], _settings, Path.GetDirectoryName(program), Count);
    }

    /// <summary>Waits until it says that it and what it needs are ready.</summary>
    public Task UntilReadyAsync(TimeSpan limit) =>
        _process!.UntilAsync($"{Service} is ready", limit, async cancellation =>
        {
            try
            {
                using var response = await _http.GetAsync("/health/ready", cancellation);
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });

    /// <summary>What <c>/health/ready</c> says: Healthy, Degraded or Unhealthy.</summary>
    public async Task<string> ReadinessAsync()
    {
        using var response = await _http.GetAsync("/health/ready");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["status"]!.GetValue<string>();
    }

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Ends it as a crash does, and leaves its children alone.</summary>
    public void KillAlone() => _process!.KillAlone();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _http.Dispose();
    }

    private void Count(string line)
    {
        if (line.Contains("RECEIVE rabbitmq://", StringComparison.Ordinal) && Stages.TryGetValue(Service, out var request) && line.Contains(request, StringComparison.Ordinal))
            Interlocked.Increment(ref _requestsReceived);
    }
}
