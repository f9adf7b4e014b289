using System.Globalization;
using System.Net;
using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>A Neo4j Community server of our own, from <c>../shared/neo4j</c>.</summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    private const string InitialPassword = "neo4j";

    // The first start on a machine unpacks the server.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly string _program;
    private readonly int _httpPort = FreePort.Next();
    private readonly int _boltPort = FreePort.Next();
    private readonly TemporaryFolder _folder = new();
    private ChildProcess? _process;

    private Neo4jServer(string program)
    {
        _program = program;
        Address = new Neo4jAddress($"http://127.0.0.1:{_httpPort}", "neo4j", "labelplatform");
    }

    public Neo4jAddress Address { get; }

    public static async Task<Neo4jServer> StartNewAsync()
    {
        var server = new Neo4jServer(SharedFolder.Get("neo4j", "neo4j-local"));
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it (again, with its data), and waits until it answers queries.</summary>
    public async Task StartAsync()
    {
        _process = ChildProcess.Start(
            "Neo4j",
            [_program, "run", "--home", _folder.Path, "--http", Text(_httpPort), "--bolt", Text(_boltPort)]);
        using var client = new Neo4jClient(Address);
        await _process.UntilAsync("Neo4j answers queries", StartLimit, cancellation => AnswersAsync(client, cancellation));
    }

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync(Neo4jClient client, CancellationToken cancellation)
    {
        try
        {
            await client.QueryAsync("RETURN 1", cancellation: cancellation);
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            await ReplaceInitialPasswordAsync(cancellation);
            return false;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A new server lets its user in only to change the password.</summary>
    private async Task ReplaceInitialPasswordAsync(CancellationToken cancellation)
    {
        try
        {
            using var first = new Neo4jClient(Address with { Password = InitialPassword });
            await first.QueryAsync(
                "ALTER CURRENT USER SET PASSWORD FROM $initial TO $password",
                new { initial = InitialPassword, password = Address.Password },
                "system",
                cancellation);
        }
        catch (HttpRequestException)
        {
            // Asked again with the next attempt.
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
