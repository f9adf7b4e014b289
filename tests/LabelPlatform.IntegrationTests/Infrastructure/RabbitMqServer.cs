using System.Globalization;
using System.Net.Sockets;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>A RabbitMQ node of our own, beside any that the machine runs: own ports, folders, cookie and port mapper.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string PortMapper = "/usr/bin/epmd";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _settings;
    private readonly int _mapperPort = FreePort.Next();
    private readonly ChildProcess _portMapper;
    private ChildProcess? _node;

    private RabbitMqServer()
    {
        var port = FreePort.Next();
        Address = new RabbitMqAddress("127.0.0.1", port, "guest", "guest");
        _settings = new Dictionary<string, string?>
        {
            ["HOME"] = _folder.Folder("home"),
            ["RABBITMQ_NODENAME"] = $"labelplatform-{port}@localhost",
            ["RABBITMQ_NODE_PORT"] = Text(port),
            ["RABBITMQ_DIST_PORT"] = Text(FreePort.Next()),
            ["RABBITMQ_MNESIA_BASE"] = _folder.Folder("mnesia"),
            ["RABBITMQ_LOG_BASE"] = _folder.Folder("log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_CONFIG_FILE"] = _folder.File("rabbitmq.conf", $"listeners.tcp.1 = 127.0.0.1:{port}\nlog.console = true\n"),
            ["RABBITMQ_CONF_ENV_FILE"] = _folder.File("rabbitmq-env.conf", string.Empty),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = _folder.File("enabled_plugins", "[]."),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["ERL_EPMD_PORT"] = Text(_mapperPort),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            // Otherwise a shell stays in front of the node, and a signal to it does not reach the node.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };
        _portMapper = ChildProcess.Start("epmd", [PortMapper, "-port", Text(_mapperPort), "-address", "127.0.0.1"]);
    }

    public static bool IsInstalled => File.Exists(Program) && File.Exists(PortMapper);

    public RabbitMqAddress Address { get; }

    public static async Task<RabbitMqServer> StartNewAsync()
    {
        var server = new RabbitMqServer();
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

    /// <summary>Starts it (again, with what its folders hold), and waits until it greets clients.</summary>
    public async Task StartAsync()
    {
        // Otherwise the node starts one that outlives it.
        await _portMapper.UntilAsync("the port mapper listens", StartLimit, MapperListensAsync);
        _node = ChildProcess.Start("RabbitMQ", [Program], _settings);
        await _node.UntilAsync("RabbitMQ greets clients", StartLimit, GreetsAsync);
    }

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public Task KillAsync() => _node?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
        await _portMapper.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> MapperListensAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address.Host, _mapperPort, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A broker that is up answers the protocol header with the frame of <c>connection.start</c>, whose first octet is 1.</summary>
    private async Task<bool> GreetsAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address.Host, Address.Port, cancellation);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), cancellation);
            var octet = new byte[1];
            return await client.GetStream().ReadAsync(octet, cancellation) == 1 && octet[0] == 1;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
