using LabelPlatform.CollectorStandIn;
using Shouldly;

namespace LabelPlatform.IntegrationTests.Telemetry;

/// <summary>The spans of one trace, of services by their short names.</summary>
internal sealed class Trace(IReadOnlyList<ReceivedSpan> spans)
{
    private const string Prefix = "LabelPlatform.";

    public IReadOnlyList<ReceivedSpan> Spans => spans;

    public IEnumerable<string> Services => spans.Select(span => span.Service[Prefix.Length..]).Distinct(StringComparer.Ordinal);

    /// <summary>Whether there is a span of a service whose name ends so.</summary>
    public bool Has(string service, string name) => Find(service, name).Any();

    /// <summary>The one span of a service whose name ends so.</summary>
    public ReceivedSpan Single(string service, string name) =>
        Find(service, name).ShouldHaveSingleItem($"{service}: {name} of\n{this}");

    /// <summary>The one child of a span whose name ends so.</summary>
    public ReceivedSpan ChildOf(ReceivedSpan parent, string service, string name) =>
        Find(service, name).Where(span => span.ParentSpanId == parent.SpanId).ShouldHaveSingleItem($"{service}: {name} below {parent.Name} of\n{this}");

    /// <summary>Those whose parent is not among them.</summary>
    public IEnumerable<ReceivedSpan> Roots() => spans.Where(span => spans.All(other => other.SpanId != span.ParentSpanId));

    /// <summary>Whether a span is below another one.</summary>
    public bool IsBelow(ReceivedSpan span, ReceivedSpan above)
    {
        var next = span;
        while (spans.FirstOrDefault(other => other.SpanId == next.ParentSpanId) is { } parent)
        {
            if (parent == above)
                return true;
            next = parent;
        }

        return false;
    }

    public override string ToString() =>
        string.Join('\n', spans.OrderBy(span => span.Start).Select(span => $"{span.SpanId} < {span.ParentSpanId} {span.Service} {span.Kind} {span.Name}"));

    private IEnumerable<ReceivedSpan> Find(string service, string name) =>
        spans.Where(span => span.Service == Prefix + service && span.Name.EndsWith(name, StringComparison.Ordinal));
}
