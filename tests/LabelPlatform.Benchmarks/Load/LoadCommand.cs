using System.Globalization;

namespace LabelPlatform.Benchmarks.Load;

/// <summary><c>label</c>: loads <c>POST /v1/label</c> of a running platform and says what it gave and what it cost.</summary>
internal static class LoadCommand
{
    public const string Name = "label";

    public static int Run(IReadOnlyList<string> arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            Run(LoadOptions.Parse(arguments));
            return 0;
        }
        catch (Exception exception) when (exception is FormatException or IOException or ArgumentException)
        {
            Console.Error.WriteLine($"{exception.Message}\n{LoadOptions.Usage}");
            return 2;
        }
    }

    private static void Run(LoadOptions options)
    {
        var texts = LoadTexts.Read(options.Texts);
        var processes = options.Processes.Append(new ProcessUsage("load generator", Environment.ProcessId)).ToArray();
        Console.WriteLine($"{options.Url} with {texts.Length} texts, {Machine.Load()}");
        // Every kind of load first: a service compiles its whole path only after thousands of messages, and one client alone sends few.
        foreach (var scenario in LoadScenario.All)
            CreateRun(options, texts, scenario).Run(options.WarmUp);
        foreach (var scenario in options.Scenarios)
        {
            var run = CreateRun(options, texts, scenario);
            foreach (var process in processes)
                process.Begin();
            var result = run.Run(options.Duration);
            Write(scenario, result);
            foreach (var process in processes)
                Write(process, result.Elapsed);
        }

        Console.WriteLine($"\n{Machine.Load()}");
    }

    private static LoadRun CreateRun(LoadOptions options, string[] texts, LoadScenario scenario) =>
        new(options.Url, LoadRequests.Create(options.Url, texts, scenario.TextsPerRequest), scenario.Clients);

    private static void Write(LoadScenario scenario, LoadResult result)
    {
        Console.WriteLine(
            $"\n{scenario.Name}: {scenario.Clients} clients, {scenario.TextsPerRequest} texts a request, {result.Elapsed.TotalSeconds:0.0} s\n"
            + $"  {result.RequestsPerSecond:N0} requests/s, {result.RequestsPerSecond * scenario.TextsPerRequest:N0} texts/s; "
            + $"p50 {result.Percentile(50):0.00} ms, p99 {result.Percentile(99):0.00} ms, highest {result.Percentile(100):0.00} ms");
        foreach (var (status, count) in result.Failures)
            Console.WriteLine($"  NOT ANSWERED WELL: {count} × status {status}");
    }

    private static void Write(ProcessUsage process, TimeSpan elapsed) =>
        Console.WriteLine($"  {process.Name,-16} {process.Used() / elapsed,6:P0} of a core, {process.ResidentMegabytes(),6:N0} MB");
}
