using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Real TensorFlow behind TensorFlow Serving's REST interface, from <c>../shared/tensorflow</c>.</summary>
public sealed class TensorFlowServer : IAsyncDisposable
{
    private const string Ready = "Listening on ";

    // The first start on a machine unpacks TensorFlow.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly ChildProcess _process;

    private TensorFlowServer(ChildProcess process) => _process = process;

    /// <summary>Its address, as <c>http://127.0.0.1:8501</c>.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>Starts a server for models.</summary>
    /// <param name="models">The folder of numbered versions of each model, by the model's name.</param>
    public static Task<TensorFlowServer> StartNewAsync(IReadOnlyDictionary<string, string> models) =>
        StartAsync(models.SelectMany(model => new[] { "--model", $"{model.Key}={model.Value}" }));

    /// <summary>Starts a server for the models of a <c>models.config</c>, which it reads once.</summary>
    public static Task<TensorFlowServer> StartNewAsync(string modelsConfig) => StartAsync(["--config", modelsConfig]);

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<TensorFlowServer> StartAsync(IEnumerable<string> models)
    {
        var program = SharedFolder.Get("tensorflow", "tf-check");
        var server = new TensorFlowServer(ChildProcess.Start("TensorFlow", [program, "serve", "--port", "0", .. models]));
        try
        {
            await server._process.UntilAsync("TensorFlow listens", StartLimit, _ => Task.FromResult(server.Listens()));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private bool Listens()
    {
        if (_process.Output.Find(line => line.StartsWith(Ready, StringComparison.Ordinal)) is not { } line)
            return false;
        Url = line[Ready.Length..].Trim();
        return true;
    }
}
