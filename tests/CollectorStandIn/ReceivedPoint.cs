namespace LabelPlatform.CollectorStandIn;

/// <summary>The last figures of one time series.</summary>
/// <param name="Service">Name of the service that sent it.</param>
/// <param name="Instance">Its instance.</param>
/// <param name="Scope">The meter.</param>
/// <param name="Name">The instrument.</param>
/// <param name="Unit">Its unit, as UCUM writes it.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Kind">What the figures mean.</param>
/// <param name="Attributes">Its attributes, by name.</param>
/// <param name="Value">The value; of a histogram the sum.</param>
/// <param name="Buckets">Of a histogram: how many values were up to each bound, cumulative; the last bound is infinite.</param>
public sealed record ReceivedPoint(
    string Service,
    string Instance,
    string Scope,
    string Name,
    string Unit,
    string Description,
    MetricKind Kind,
    IReadOnlyDictionary<string, string> Attributes,
    double Value,
    IReadOnlyList<(double UpTo, ulong Count)> Buckets)
{
    /// <summary>Of a histogram: how many values there were.</summary>
    public ulong Count => Buckets is [.., var last] ? last.Count : 0;
}
