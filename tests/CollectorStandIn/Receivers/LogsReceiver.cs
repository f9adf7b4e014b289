using Grpc.Core;
using LabelPlatform.CollectorStandIn.Otlp;

namespace LabelPlatform.CollectorStandIn.Receivers;

internal sealed class LogsReceiver(ReceivedTelemetry received) : LogsService.LogsServiceBase
{
    public override Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context)
    {
        foreach (var resource in request.ResourceLogs)
        {
            var service = resource.Resource.ServiceName();
            foreach (var scope in resource.ScopeLogs)
            {
                foreach (var record in scope.LogRecords)
                    received.Add(Read(record, service, scope.Scope?.Name ?? string.Empty));
            }
        }

        return Task.FromResult(new ExportLogsServiceResponse());
    }

    private static ReceivedLog Read(LogRecord record, string service, string category) => new(
        record.TraceId.ToHex(),
        record.SpanId.ToHex(),
        service,
        category,
        record.SeverityText,
        record.Body.ToText(),
        record.TimeUnixNano.ToTime(),
        record.Attributes.ToDictionary());
}
