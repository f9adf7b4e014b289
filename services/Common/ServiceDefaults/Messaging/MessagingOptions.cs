using System.ComponentModel.DataAnnotations;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>How the services reach each other. Section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Messaging";

    /// <summary><see cref="MessagingTransport.InMemory"/> only when all services share one process.</summary>
    public MessagingTransport Transport { get; set; } = MessagingTransport.RabbitMq;

    /// <summary>Host name of RabbitMQ.</summary>
    [Required]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>AMQP port of RabbitMQ.</summary>
    [Range(1, 65535)]
    public ushort Port { get; set; } = 5672;

    /// <summary>Virtual host of RabbitMQ.</summary>
    [Required]
    public string VirtualHost { get; set; } = "/";

    /// <summary>User of RabbitMQ.</summary>
    [Required]
    public string Username { get; set; } = "guest";

    /// <summary>Password of RabbitMQ; from the environment (<c>Messaging__Password</c>), never from a file in the repository.</summary>
    public string Password { get; set; } = "guest";

    /// <summary>Whether the connection to RabbitMQ uses TLS.</summary>
    public bool UseTls { get; set; }

    /// <summary>
    /// Folder for large bodies (imports, exports, datasets), shared by Api and the services that read them. It is emptied of what is older than an hour.
    /// </summary>
    [Required]
    public string MessageDataPath { get; set; } = Path.Combine(Path.GetTempPath(), "labelplatform-message-data");
}
