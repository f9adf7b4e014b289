namespace LabelPlatform.Benchmarks.Serving;

/// <summary>What was measured of one server, by the names of the table's rows.</summary>
internal sealed class ServingFigures(ServerProgram program)
{
    public ServerProgram Program => program;

    public Dictionary<string, double> Values { get; } = [];
}
