using System.Globalization;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>Prints figures side by side.</summary>
internal static class ServingTable
{
    public const string Row = "1 row: p50, ms";
    public const string SlowRow = "1 row: p99, ms";
    public const string HundredRows = "100 rows: p50, ms";
    public const string Throughput = "8 clients, 1 row: requests/s";
    public const string MemoryAfterLoad = "memory after this load, 1 model, MB";
    public const string LastLoad = "500 models available after the start, s";
    public const string LoadTime = "processor time of that, s";
    public const string Loads = "from the first to the last of them, s";

    private static readonly Dictionary<string, string> Aims = new()
    {
        [Row] = "no slower",
        [HundredRows] = "at most 0.5 of TensorFlow's",
        [Memory(1)] = "at most 0.33",
        [Memory(50)] = "at most 0.33",
        [Memory(500)] = "at most 0.33",
        [LastLoad] = "at most 3 s",
    };

    public static string Memory(int models) => models == 1 ? "memory with 1 model, MB" : $"memory with {models} models, MB";

    public static void Print(ServingFigures ours, ServingFigures? theirs)
    {
        Console.WriteLine("\n| | ours | TensorFlow | ours / TensorFlow | aim |\n|---|---|---|---|---|");
        foreach (var (name, value) in ours.Values)
        {
            var other = theirs?.Values[name] ?? double.NaN;
            Console.WriteLine($"| {name} | {Text(value)} | {Text(other)} | {Text(value / other)} | {Aims.GetValueOrDefault(name)} |");
        }
    }

    private static string Text(double value) => double.IsNaN(value) ? "–" : value.ToString(value < 20 ? "0.00" : "N0", CultureInfo.InvariantCulture);
}
