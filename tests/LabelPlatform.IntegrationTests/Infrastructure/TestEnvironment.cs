using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>
/// The real servers that tests need, each started at most once a test run, when the first test asks. One that an environment variable
/// names is used as it is, else one is started from local programs; where there are none the test is skipped, on CI it fails.
/// </summary>
public sealed class TestEnvironment : IAsyncDisposable
{
    private const string RabbitMqVariable = "LABELPLATFORM_TEST_RABBITMQ";
    private const string Neo4jVariable = "LABELPLATFORM_TEST_NEO4J";
    private const string PostgreSqlVariable = "LABELPLATFORM_TEST_POSTGRES";

    private readonly Lazy<Task<RabbitMqServer>> _rabbitMq = new(StartRabbitMqAsync);
    private readonly Lazy<Task<Neo4jServer>> _neo4j = new(Neo4jServer.StartNewAsync);
    private readonly Lazy<Task<PostgreSqlServer>> _postgreSql = new(StartPostgreSqlAsync);

    /// <summary>The RabbitMQ of <c>LABELPLATFORM_TEST_RABBITMQ</c> (<c>amqp://user:password@host:port</c>), else a local one.</summary>
    public async Task<RabbitMqAddress> RabbitMqAsync() =>
        Environment.GetEnvironmentVariable(RabbitMqVariable) is { Length: > 0 } address
            ? RabbitMqAddress.Parse(address)
            : (await _rabbitMq.Value).Address;

    /// <summary>The Neo4j of <c>LABELPLATFORM_TEST_NEO4J</c> (<c>http://user:password@host:port</c>), else a local one. Tests clear it.</summary>
    public async Task<Neo4jAddress> Neo4jAsync() =>
        Environment.GetEnvironmentVariable(Neo4jVariable) is { Length: > 0 } address
            ? Neo4jAddress.Parse(address)
            : (await _neo4j.Value).Address;

    /// <summary>The PostgreSQL of <c>LABELPLATFORM_TEST_POSTGRES</c> (<c>postgres://user:password@host:port/database</c>), else a local one.</summary>
    public async Task<PostgreSqlAddress> PostgreSqlAsync() =>
        Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 } address
            ? PostgreSqlAddress.Parse(address)
            : (await _postgreSql.Value).Address;

    /// <summary>A RabbitMQ that the test may kill; the test disposes it.</summary>
    public static Task<RabbitMqServer> StartRabbitMqAsync()
    {
        if (!RabbitMqServer.IsInstalled)
            Unavailable.SkipOrFail($"There is no rabbitmq-server on this machine, and {RabbitMqVariable} names none.");
        return RabbitMqServer.StartNewAsync();
    }

    /// <summary>A PostgreSQL that the test may kill; the test disposes it.</summary>
    public static Task<PostgreSqlServer> StartPostgreSqlAsync()
    {
        if (!PostgreSqlServer.IsInstalled)
            Unavailable.SkipOrFail($"There is no PostgreSQL server on this machine, and {PostgreSqlVariable} names none.");
        return PostgreSqlServer.StartNewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeAsync(_rabbitMq);
        await DisposeAsync(_neo4j);
        await DisposeAsync(_postgreSql);
    }

    private static async Task DisposeAsync<T>(Lazy<Task<T>> server)
        where T : IAsyncDisposable
    {
        // One that did not start has failed the test that asked for it.
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await server.Value).DisposeAsync();
    }
}
