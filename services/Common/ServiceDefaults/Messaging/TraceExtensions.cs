using MassTransit;
using MassTransit.Logging;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>Traces of messages that are sent after what they are about.</summary>
public static class TraceExtensions
{
    /// <summary>
    /// Has a message that is sent outside of any span belong to the trace of what it is about: MassTransit takes the parent of its span from this header
    /// then, as it does from a message that it stored.
    /// </summary>
    /// <param name="context">The message.</param>
    /// <param name="traceParent">The <see cref="System.Diagnostics.Activity.Id"/> of the span that it belongs to, or null.</param>
    public static void ContinueTrace(this SendContext context, string? traceParent)
    {
        if (traceParent is not null)
            context.Headers.Set(DiagnosticHeaders.ActivityId, traceParent);
    }
}
