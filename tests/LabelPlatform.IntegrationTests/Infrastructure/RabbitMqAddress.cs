using System.Globalization;

namespace LabelPlatform.IntegrationTests.Infrastructure;

/// <summary>Where a RabbitMQ is.</summary>
public sealed record RabbitMqAddress(string Host, int Port, string Username, string Password, string VirtualHost = "/")
{
    /// <summary>Reads <c>amqp://user:password@host:port/virtual-host</c>.</summary>
    public static RabbitMqAddress Parse(string address)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        var virtualHost = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new RabbitMqAddress(
            uri.Host,
            uri.Port < 0 ? 5672 : uri.Port,
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : "guest",
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "guest",
            virtualHost.Length > 0 ? virtualHost : "/");
    }

    /// <summary>The settings that point a service to it.</summary>
    public Dictionary<string, string?> ToSettings() => new()
    {
        ["Messaging__Transport"] = "RabbitMq",
        ["Messaging__Host"] = Host,
        ["Messaging__Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Messaging__Username"] = Username,
        ["Messaging__Password"] = Password,
        ["Messaging__VirtualHost"] = VirtualHost,
    };
}
