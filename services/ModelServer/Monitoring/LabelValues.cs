namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>The values of a metric's labels, in the order of their names; at most three, so that looking up a cell allocates nothing.</summary>
internal readonly record struct LabelValues(string First, string? Second = null, string? Third = null)
{
    public string this[int index] => index switch
    {
        0 => First,
        1 => Second!,
        _ => Third!,
    };
}
