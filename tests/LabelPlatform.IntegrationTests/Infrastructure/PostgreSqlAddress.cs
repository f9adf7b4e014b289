using System.Globalization;
using Npgsql;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Where a PostgreSQL is.</summary>
/// <param name="Host">Its host.</param>
/// <param name="Port">Its port.</param>
/// <param name="Username">A user who may create schemas in the database.</param>
/// <param name="Password">The user's password.</param>
/// <param name="Database">The database.</param>
public sealed record PostgreSqlAddress(string Host, int Port, string Username, string Password, string Database = "postgres")
{
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Username = Username,
        Password = Password,
        Database = Database,
    }.ConnectionString;

    /// <summary>Reads <c>postgres://user:password@host:port/database</c>.</summary>
    public static PostgreSqlAddress Parse(string address)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new PostgreSqlAddress(
            uri.Host,
            uri.Port < 0 ? 5432 : uri.Port,
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : "postgres",
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : string.Empty,
            database.Length > 0 ? database : "postgres");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}/{Database}");
}
