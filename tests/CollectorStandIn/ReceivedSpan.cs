namespace LabelPlatform.CollectorStandIn;

/// <summary>A span as it was received.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
/// <param name="ParentSpanId">Its parent's; empty for a root.</param>
/// <param name="Service">Name of the service that sent it.</param>
/// <param name="Scope">The activity source.</param>
/// <param name="Name">What was done.</param>
/// <param name="Kind">Internal, Server, Client, Producer or Consumer.</param>
/// <param name="Start">When it began, UTC.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">Unset, Ok or Error.</param>
/// <param name="Attributes">Its attributes, as text.</param>
/// <param name="Links">The spans it links to.</param>
/// <param name="Events">What happened in it.</param>
public sealed record ReceivedSpan(
    string TraceId,
    string SpanId,
    string ParentSpanId,
    string Service,
    string Scope,
    string Name,
    string Kind,
    DateTime Start,
    double Milliseconds,
    string Status,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<ReceivedLink> Links,
    IReadOnlyList<ReceivedEvent> Events);
