using Grpc.Core;
using LabelPlatform.CollectorStandIn.Otlp;

namespace LabelPlatform.CollectorStandIn.Receivers;

internal sealed class TraceReceiver(ReceivedTelemetry received) : TraceService.TraceServiceBase
{
    public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context)
    {
        foreach (var resource in request.ResourceSpans)
        {
            var service = resource.Resource.ServiceName();
            foreach (var scope in resource.ScopeSpans)
            {
                foreach (var span in scope.Spans)
                    received.Add(Read(span, service, scope.Scope?.Name ?? string.Empty));
            }
        }

        return Task.FromResult(new ExportTraceServiceResponse());
    }

    private static ReceivedSpan Read(Span span, string service, string scope) => new(
        span.TraceId.ToHex(),
        span.SpanId.ToHex(),
        span.ParentSpanId.ToHex(),
        service,
        scope,
        span.Name,
        span.Kind.ToString(),
        span.StartTimeUnixNano.ToTime(),
        (span.EndTimeUnixNano - span.StartTimeUnixNano) / 1e6,
        span.Status?.Code.ToString() ?? "Unset",
        span.Attributes.ToDictionary(),
        [.. span.Links.Select(link => new ReceivedLink(link.TraceId.ToHex(), link.SpanId.ToHex()))],
        [.. span.Events.Select(happened => new ReceivedEvent(happened.Name, happened.Attributes.ToDictionary()))]);
}
