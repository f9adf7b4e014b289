using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>A PostgreSQL server of our own, from Debian's programs: own data, port and socket.</summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string Versions = "/usr/lib/postgresql";
    private const UnixFileMode Passable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly string? Programs = FindPrograms();

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;
    private ChildProcess? _process;

    private PostgreSqlServer()
    {
        _data = Path.Combine(_folder.Path, "data");
        Address = new PostgreSqlAddress("127.0.0.1", FreePort.Next(), "labelplatform", Guid.NewGuid().ToString("N"));
    }

    public static bool IsInstalled => Programs is not null;

    public PostgreSqlAddress Address { get; }

    // PostgreSQL refuses to run as root. The signal is asked for once more: it is forgotten where the user changes.
    private static string[] AsAnotherUser =>
        Environment.IsPrivilegedProcess
            ? ["/usr/bin/setpriv", "--reuid", User, "--regid", User, "--clear-groups", "--pdeathsig", "KILL", "--"]
            : [];

    private static string User => "postgres";

    public static async Task<PostgreSqlServer> StartNewAsync()
    {
        var server = new PostgreSqlServer();
        try
        {
            await server.CreateDataAsync();
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it (again, with its data), and waits until it answers.</summary>
    public async Task StartAsync()
    {
        string[] settings =
        [
            $"port={Address.Port.ToString(CultureInfo.InvariantCulture)}", "listen_addresses=127.0.0.1", $"unix_socket_directories={_folder.Path}/data",
            "max_connections=200", "fsync=off",
        ];
        string[] program = [Path.Combine(Programs!, "postgres"), "-D", _data, .. settings.SelectMany(setting => new[] { "-c", setting })];
        _process = ChildProcess.Start("PostgreSQL", [.. AsAnotherUser, .. program], workingDirectory: "/");
        await _process.UntilAsync("PostgreSQL answers", StartLimit, AnswersAsync);
    }

    /// <summary>Ends it as a crash does (SIGKILL).</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private static string? FindPrograms() =>
        Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions)
                .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault(programs => File.Exists(Path.Combine(programs, "initdb")))
            : null;

    private async Task CreateDataAsync()
    {
        var password = _folder.File("password", Address.Password);
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(_folder.Path, Passable);
            Directory.CreateDirectory(_data);
            await RunAsync(["chown", User, _data, password]);
        }
        await RunAsync(
        [
            .. AsAnotherUser, Path.Combine(Programs!, "initdb"), "-D", _data, "--username", Address.Username, "--pwfile", password,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync",
        ]);
    }

    private static async Task RunAsync(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with code {process.ExitCode}: {await errors}");
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Address.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
