using MassTransit;
using MassTransit.Context;
using MassTransit.Metadata;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace LabelPlatform.Persistence.Outbox;

/// <summary>A message that was sent while another one was handled, until the transport has it.</summary>
internal sealed class OutboxMessage : OutboxMessageContext
{
    /// <summary>The message that was handled.</summary>
    public Guid InboxMessageId { get; set; }

    /// <summary>The consumer, or saga, that handled it.</summary>
    public Guid InboxConsumerId { get; set; }

    /// <summary>The how-manieth that it sent then, from 0.</summary>
    public int Position { get; set; }

    /// <summary>How often sending it has failed.</summary>
    public int Attempts { get; set; }

    /// <inheritdoc cref="OutboxMessageContext.MessageId" />
    public Guid MessageId { get; set; }

    /// <inheritdoc />
    public Guid? RequestId { get; set; }

    /// <inheritdoc />
    public Guid? CorrelationId { get; set; }

    /// <inheritdoc />
    public Guid? ConversationId { get; set; }

    /// <inheritdoc />
    public Guid? InitiatorId { get; set; }

    /// <inheritdoc />
    public Uri? SourceAddress { get; set; }

    /// <inheritdoc />
    public Uri? DestinationAddress { get; set; }

    /// <inheritdoc />
    public Uri? ResponseAddress { get; set; }

    /// <inheritdoc />
    public Uri? FaultAddress { get; set; }

    /// <summary>When (UTC).</summary>
    public DateTime SentTime { get; set; }

    /// <inheritdoc />
    public DateTime? ExpirationTime { get; set; }

    /// <inheritdoc />
    public required string ContentType { get; set; }

    /// <summary>The URNs of its types, separated by <c>;</c>.</summary>
    public required string MessageType { get; set; }

    /// <summary>The headers, as JSON.</summary>
    public string? Headers { get; set; }

    /// <summary>The transport's own properties, as JSON.</summary>
    public string? Properties { get; set; }

    /// <inheritdoc />
    public required string Body { get; set; }

    long OutboxMessageContext.SequenceNumber => Position;

    Guid? MessageContext.MessageId => MessageId;

    DateTime? MessageContext.SentTime => SentTime;

    Headers MessageContext.Headers => new DictionarySendHeaders(Read<object?>(Headers));

    HostInfo MessageContext.Host => HostMetadataCache.Host;

    IReadOnlyDictionary<string, object> OutboxMessageContext.Properties => Read<object>(Properties);

    /// <summary>What <paramref name="context"/> would have sent.</summary>
    /// <exception cref="MessageException">It has no id, or is to be delivered later.</exception>
    public static OutboxMessage Create<T>(SendContext<T> context, DateTime now)
        where T : class
    {
        if (context.Delay is not null)
            throw new MessageException(typeof(T), "Messages cannot be delayed. What waits has a DueAt in its row.");

        // The serializer also sets headers, so it comes first.
        var body = context.Serializer.GetMessageBody(context).GetString();
        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        (context as TransportSendContext)?.WritePropertiesTo(properties);
        return new OutboxMessage
        {
            MessageId = context.MessageId ?? throw new MessageException(typeof(T), "A message without id cannot be stored."),
            RequestId = context.RequestId,
            CorrelationId = context.CorrelationId,
            ConversationId = context.ConversationId,
            InitiatorId = context.InitiatorId,
            SourceAddress = context.SourceAddress,
            DestinationAddress = context.DestinationAddress,
            ResponseAddress = context.ResponseAddress,
            FaultAddress = context.FaultAddress,
            SentTime = context.SentTime ?? now,
            ExpirationTime = now + context.TimeToLive,
            ContentType = (context.ContentType ?? context.Serialization.DefaultContentType).ToString(),
            MessageType = string.Join(';', context.SupportedMessageTypes),
            Headers = SystemTextJsonMessageSerializer.Instance.SerializeDictionary(context.Headers.GetAll()),
            Properties = SystemTextJsonMessageSerializer.Instance.SerializeDictionary(properties),
            Body = body,
        };
    }

    private static Dictionary<string, TValue> Read<TValue>(string? json) =>
        SystemTextJsonMessageSerializer.Instance.DeserializeDictionary<TValue>(json) ?? new Dictionary<string, TValue>(StringComparer.OrdinalIgnoreCase);
}
