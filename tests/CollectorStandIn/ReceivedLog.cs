namespace LabelPlatform.CollectorStandIn;

/// <summary>A log record as it was received; trace and span are empty when it was written outside of one.</summary>
public sealed record ReceivedLog(
    string TraceId,
    string SpanId,
    string Service,
    string Category,
    string Severity,
    string Body,
    DateTime Time,
    IReadOnlyDictionary<string, string> Attributes);
