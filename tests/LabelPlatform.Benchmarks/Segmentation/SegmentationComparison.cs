using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using LabelPlatform.Testing;

namespace LabelPlatform.Benchmarks.Segmentation;

/// <summary>
/// Our segmenter beside python3-jieba and npm's @node-rs/jieba: the same lines, one process after the other on the same core, the
/// fastest pass of each.
/// </summary>
internal static class SegmentationComparison
{
    private const string WarmUpSeconds = "1.5";
    private const string MeasuredSeconds = "4";

    public static async Task<int> RunAsync()
    {
        string data = Path.Combine(Repository.Root, "..", "shared", "data");
        if (!Directory.Exists(data))
        {
            Console.Error.WriteLine("There is no ../shared/data beside the repository: nothing to cut.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("segmentation-");
        try
        {
            string corpus = Path.Combine(folder.FullName, "corpus.txt");
            string vocabulary = Path.Combine(folder.FullName, "vocabulary.txt");
            await WriteCorpusAsync(data, corpus);
            await File.WriteAllLinesAsync(vocabulary, ReadVocabulary(data));
            File.Copy(Script("node_rs.mjs"), Path.Combine(folder.FullName, "node_rs.mjs"));
            await RunAsync(folder, "npm", "install", "--silent", "--no-save", "--prefix", folder.FullName, "@node-rs/jieba@2");

            Console.WriteLine("| MB/s of UTF-8 on one core | |\n|---|---|");
            await PinnedAsync(folder, "python3-jieba", "/usr/bin/python3", Script("python_jieba.py"), corpus, WarmUpSeconds, MeasuredSeconds);
            await PinnedAsync(folder, "@node-rs/jieba", "node", "node_rs.mjs", corpus, WarmUpSeconds, MeasuredSeconds);
            await PinnedAsync(folder, "ours", [.. Worker, "cut", corpus, WarmUpSeconds, MeasuredSeconds, vocabulary]);

            Console.WriteLine("\n| milliseconds | |\n|---|---|");
            for (int i = 0; i < 5; i++)
                await ReportFirstWordAsync(folder);
            Print("", await RunAsync(folder, [.. Worker, "load", vocabulary]));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Worker => ["dotnet", typeof(SegmentationComparison).Assembly.Location, "segmentation-worker"];

    private static async Task PinnedAsync(DirectoryInfo folder, string name, params string[] command) =>
        Print(name + ", ", await RunAsync(folder, ["taskset", "-c", "0", .. command]));

    private static async Task ReportFirstWordAsync(DirectoryInfo folder)
    {
        long start = Stopwatch.GetTimestamp();
        await RunAsync(folder, [.. Worker, "first-word"]);
        Print("", string.Create(CultureInfo.InvariantCulture,
            $"a new process, from its start to its end after the first text\t{Stopwatch.GetElapsedTime(start).TotalMilliseconds:0}"));
    }

    private static void Print(string name, string lines)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Console.WriteLine($"| {name}{line.Replace("\t", " | ", StringComparison.Ordinal)} |");
    }

    private static async Task<string> RunAsync(DirectoryInfo folder, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private static async Task WriteCorpusAsync(string data, string corpus)
    {
        await using var source = new GZipStream(File.OpenRead(Path.Combine(data, "segmentation_corpus.txt.gz")), CompressionMode.Decompress);
        await using var target = File.Create(corpus);
        await source.CopyToAsync(target);
    }

    private static IEnumerable<string> ReadVocabulary(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "vocabulary"), "*.tsv")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split('\t')[0])
            .Distinct();

    private static string Script(string name) =>
        Path.Combine(Repository.Root, "tests", "LabelPlatform.Benchmarks", "Segmentation", name);
}
