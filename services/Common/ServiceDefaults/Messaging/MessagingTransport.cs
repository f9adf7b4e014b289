namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>What carries the messages.</summary>
public enum MessagingTransport
{
    /// <summary>RabbitMQ 3.10 or newer.</summary>
    RabbitMq,

    /// <summary>The process's own memory: for AllInOne and tests.</summary>
    InMemory,
}
