namespace LabelPlatform.CollectorStandIn;

/// <summary>A span's link to another.</summary>
public sealed record ReceivedLink(string TraceId, string SpanId);
